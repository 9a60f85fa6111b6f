import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { AgencyReference, OfficerReference } from '../report/references.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@ObjectType({
  description: 'What officers write to one another about a report; it stays as written (catatan internal).',
})
export class Note {
  @Field(() => ID, { description: 'Random.' })
  id!: string;

  @Field(() => String, { description: 'The text, as written.' })
  body!: string;

  @Field(() => AgencyReference, { description: 'For which agency it was written; it stays in its house.' })
  agency!: AgencyReference;

  @Field(() => OfficerReference, { description: 'Who wrote it.' })
  officer!: OfficerReference;

  @Field(() => GraphQLISODateTime, { description: 'UTC.' })
  createdAt!: Date;
}

@InputType({ description: 'Write a note about a report, for the office alone.' })
export class AddNoteInput extends ReportMutationInput {
  @Field(() => String, {
    description: 'For the office alone, 3 to 4,000 characters. It can be neither changed nor deleted.',
  })
  body!: string;
}

@ObjectType({ description: 'The note is the first of `report.notes`. The report itself is as it was.' })
class AddNoteSuccess extends ReportMutationSuccess {}

export const AddNoteResult = actResult('AddNoteResult', 'Outcome of writing a note.', AddNoteSuccess);
