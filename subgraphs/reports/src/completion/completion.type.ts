import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MissingItemEnum } from '../follow-up/follow-up.enums.js';
import { actResult } from '../report/act-result.js';
import { AttachmentNotFound, CompletionRequestsUsedUp, QuestionsUsedUp } from '../report/problems.type.js';
import {
  ReporterMutationInput,
  ReportMutationInput,
  ReportMutationSuccess,
} from '../report/report-mutation.js';
import type { MissingItem } from '../report/report-state.js';

@InputType({ description: 'Ask the reporter for what is missing before the report can be verified.' })
export class RequestCompletionInput extends ReportMutationInput {
  @Field(() => [MissingItemEnum], { description: 'What is missing; at least one.' })
  missing!: MissingItem[];

  @Field(() => String, { description: 'For the reporter: what to give, and how. 10 to 2,000 characters.' })
  message!: string;
}

@ObjectType({
  description:
    'The reporter is asked and has 30 calendar days; until they answer, the time to verify stands still.',
})
class RequestCompletionSuccess extends ReportMutationSuccess {}

export const RequestCompletionResult = actResult(
  'RequestCompletionResult',
  'Outcome of asking for completion.',
  RequestCompletionSuccess,
  CompletionRequestsUsedUp,
);

@InputType({ description: 'Ask the reporter something that the work needs, and wait.' })
export class AskReporterInput extends ReportMutationInput {
  @Field(() => String, {
    description: 'For the reporter and, unless secret, the public. 10 to 2,000 characters.',
  })
  question!: string;
}

@ObjectType({
  description:
    'The reporter is asked and has 30 calendar days; until they answer, the deadlines of the agency stand still.',
})
class AskReporterSuccess extends ReportMutationSuccess {}

export const AskReporterResult = actResult(
  'AskReporterResult',
  'Outcome of asking the reporter.',
  AskReporterSuccess,
  QuestionsUsedUp,
);

@InputType({ description: 'Answer a question of the office.' })
export class CompleteReportInput extends ReporterMutationInput {
  @Field(() => String, {
    description: 'The answer, 3 to 8,000 characters. The public never reads one given before verification.',
  })
  text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day of the incident, not after today (Jakarta). Only before verification; absent leaves it as it is.',
  })
  incidentDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Place of the incident, at most 300 characters. Only before verification; absent leaves it as it is.',
  })
  place?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Kemendagri code of the region of the incident: `32.73`. Only before verification; absent leaves it as it is.',
  })
  regionCode?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that you have uploaded, at most five. The public sees what a verifier publishes.',
  })
  attachmentIds?: string[] | null;
}

@ObjectType({
  description:
    'The report goes on from where it stood, and its deadlines move by the working days that it waited.',
})
class CompleteReportSuccess extends ReportMutationSuccess {}

export const CompleteReportResult = actResult(
  'CompleteReportResult',
  'Outcome of completing a report.',
  CompleteReportSuccess,
  AttachmentNotFound,
);
