import { DateScalar } from '@satu-pintu/subgraph-kit';
import { createUnionType, Directive, Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { AgencyReference, OfficerReference } from '../report/references.type.js';
import { FollowUpKindEnum, MissingItemEnum, OutcomeEnum } from './follow-up.enums.js';
import type { FollowUpKind, MissingItem, Outcome } from '../report/report-state.js';
import { Report } from '../report/report.type.js';

@ObjectType({ description: 'The reporter speaks. There is no way from here to a person.' })
export class ReporterVoice {
  @Field(() => String, { description: 'How the reporter is called here: "Pelapor".' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it is the viewer.' })
  isMe!: boolean;
}

@ObjectType({ description: 'The platform speaks.' })
export class SystemVoice {
  @Field(() => String, { description: 'How the platform is called here: "Satu Pintu".' })
  label!: string;
}

const FollowUpAuthor = createUnionType({
  name: 'FollowUpAuthor',
  description: 'Who speaks: the office sees the officer, everybody else the agency.',
  types: () => [OfficerReference, AgencyReference, ReporterVoice, SystemVoice] as const,
});

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'One line of the conversation between the agency and the reporter (tindak lanjut).',
})
export class FollowUp {
  @Field(() => ID, { description: 'Random.' })
  id!: string;

  @Field(() => Report, { description: 'The report it belongs to.' })
  report!: Report;

  @Field(() => FollowUpKindEnum, { description: 'What it is.' })
  kind!: FollowUpKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The public reads it without contact details, and nothing from before verification; null for who may not.',
  })
  body!: string | null;

  @Field(() => FollowUpAuthor, { description: 'Who speaks, as far as the viewer may know.' })
  author!: OfficerReference | AgencyReference | ReporterVoice | SystemVoice;

  @Field(() => OutcomeEnum, {
    nullable: true,
    description: 'What a final follow-up comes to; null otherwise.',
  })
  outcome!: Outcome | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Promised day: with outcome SCHEDULED, or the new due day.',
  })
  promisedDate!: string | null;

  @Field(() => [MissingItemEnum], {
    description:
      'What the report lacks, of a question before verification; empty otherwise, and without its text.',
  })
  missing!: readonly MissingItem[];

  @Field(() => GraphQLISODateTime, { description: 'UTC; only the day for what an anonymous reporter wrote.' })
  createdAt!: Date;
}
