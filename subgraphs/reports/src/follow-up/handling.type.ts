import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ApprovalRequired } from '../answers/answer-problems.type.js';
import { actResult } from '../report/act-result.js';
import { AttachmentNotFound } from '../report/problems.type.js';
import {
  ReporterMutationInput,
  ReportMutationInput,
  ReportMutationSuccess,
} from '../report/report-mutation.js';
import { AgencyFollowUpKindEnum, OutcomeEnum } from './follow-up.enums.js';
import type { Outcome } from '../report/report-state.js';

@InputType({ description: 'Take a dispatched report in hand.' })
export class AcceptReportInput extends ReportMutationInput {}

@ObjectType({ description: 'The report is in your hands. The clock for the first follow-up runs on.' })
class AcceptReportSuccess extends ReportMutationSuccess {}

export const AcceptReportResult = actResult(
  'AcceptReportResult',
  'Outcome of accepting a report.',
  AcceptReportSuccess,
);

@InputType({ description: 'Tell what was done, or answer finally.' })
export class RecordFollowUpInput extends ReportMutationInput {
  @Field(() => AgencyFollowUpKindEnum, { description: 'INTERIM tells what was done so far, FINAL answers.' })
  kind!: 'INTERIM' | 'FINAL';

  @Field(() => String, {
    description: 'For the reporter and, unless secret, the public. 10 to 8,000 characters.',
  })
  body!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'Of a FINAL follow-up, and only of one.' })
  outcome?: Outcome | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Promised day after today, with outcome SCHEDULED.',
  })
  promisedDate?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Evidence that you have uploaded, at most five.',
  })
  attachmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Of these, what the public may see as well; none when absent. Look for faces and number plates first.',
  })
  publicAttachmentIds?: string[] | null;
}

@ObjectType({ description: 'The follow-up is recorded; after a FINAL one the reporter has the word.' })
class RecordFollowUpSuccess extends ReportMutationSuccess {}

export const RecordFollowUpResult = actResult(
  'RecordFollowUpResult',
  'Outcome of recording a follow-up.',
  RecordFollowUpSuccess,
  ApprovalRequired,
  AttachmentNotFound,
);

@InputType({ description: 'Say that a final answer does not solve it.' })
export class ReplyToReportInput extends ReporterMutationInput {
  @Field(() => String, { description: 'What is missing, 3 to 4,000 characters.' })
  body!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that you have uploaded, at most five. The public does not see them.',
  })
  attachmentIds?: string[] | null;
}

@ObjectType({ description: 'The agency has the word again, with five working days to answer.' })
class ReplyToReportSuccess extends ReportMutationSuccess {}

export const ReplyToReportResult = actResult(
  'ReplyToReportResult',
  'Outcome of replying to a report.',
  ReplyToReportSuccess,
  AttachmentNotFound,
);

@InputType({ description: 'Say that it is solved.' })
export class ConfirmResolutionInput extends ReporterMutationInput {
  @Field(() => Int, { nullable: true, description: 'From 1 (bad) to 5 (good).' })
  rating?: number | null;
}

@ObjectType({ description: 'The report is closed.' })
class ConfirmResolutionSuccess extends ReportMutationSuccess {}

export const ConfirmResolutionResult = actResult(
  'ConfirmResolutionResult',
  'Outcome of confirming a resolution.',
  ConfirmResolutionSuccess,
);
