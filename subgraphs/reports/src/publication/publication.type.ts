import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { PublicationUnfit } from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({
  description: 'Change what the public reads of a verified report; what is taken out stays out, for good.',
})
export class RedactReportInput extends ReportMutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'New public title, 5 to 150 characters; absent leaves it. Contact details are masked.',
  })
  publicTitle?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'New public text, at most 8,000 characters; absent leaves it. Contact details are masked.',
  })
  publicBody?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Lines of the conversation whose text the public is no longer to read; at most 100.',
  })
  @ArrayMaxSize(100)
  hideFollowUpIds!: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Files, of the report or of a line, that the public is no longer to see; at most 100. Addresses that were handed out stop working at once.',
  })
  @ArrayMaxSize(100)
  hideAttachmentIds!: string[];

  @Field(() => String, { description: 'For the office and the reporter: why. 10 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({
  description:
    'The public reads the new texts from now on, in lists and searches too, and sees no more of what was hidden.',
})
class RedactReportSuccess extends ReportMutationSuccess {}

export const RedactReportResult = actResult(
  'RedactReportResult',
  'Outcome of redacting a report.',
  RedactReportSuccess,
);

@InputType({ description: 'Take a report from the public as a whole.' })
export class HideReportInput extends ReportMutationInput {
  @Field(() => String, { description: 'For the office and the reporter: why. 10 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The public finds it nowhere any more; it is worked on as before.' })
class HideReportSuccess extends ReportMutationSuccess {}

export const HideReportResult = actResult(
  'HideReportResult',
  'Outcome of hiding a report.',
  HideReportSuccess,
  PublicationUnfit,
);

@InputType({
  description: 'Put a verified report before the public that was hidden, or that is secret no more.',
})
export class PublishReportInput extends ReportMutationInput {
  @Field(() => String, { description: 'For the office and the reporter: why. 10 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({
  description:
    'The report is public: after hiding as before, after secrecy with its public title and text, and of its conversation with what is said from now on.',
})
class PublishReportSuccess extends ReportMutationSuccess {}

export const PublishReportResult = actResult(
  'PublishReportResult',
  'Outcome of publishing a report.',
  PublishReportSuccess,
  PublicationUnfit,
);
