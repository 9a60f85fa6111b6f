import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { NotAtOversightStage } from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';
import type { OversightFinding } from '../report/report-state.js';
import { OversightFindingEnum } from './oversight.enums.js';

@InputType({ description: 'Take a case whose reporter has consented.' })
export class AcceptOversightCaseInput extends ReportMutationInput {
  @Field(() => String, {
    description: 'Your own number of the case, 3 to 100 characters; the reporter and the office read it.',
  })
  caseNumber!: string;
}

@ObjectType({ description: 'The case is yours. The report stays with its holder, whose deadlines run on.' })
class AcceptOversightCaseSuccess extends ReportMutationSuccess {}

export const AcceptOversightCaseResult = actResult(
  'AcceptOversightCaseResult',
  'Outcome of taking a case.',
  AcceptOversightCaseSuccess,
  NotAtOversightStage,
);

@InputType({ description: 'Say what the examination found (LAHP).' })
export class RecordOversightOutcomeInput extends ReportMutationInput {
  @Field(() => OversightFindingEnum, { description: 'What it comes to.' })
  finding!: OversightFinding;

  @Field(() => String, {
    description: 'For the reporter and the office: what was found. 10 to 8,000 characters.',
  })
  summary!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the agency is to do, 10 to 8,000 characters; owed with MALADMINISTRATION_FOUND alone.',
  })
  correctiveAction?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until when: a day after today (Jakarta); owed with MALADMINISTRATION_FOUND alone.',
  })
  correctiveActionDueDate?: string | null;
}

@ObjectType({ description: 'The case is concluded; the report goes on where it stands.' })
class RecordOversightOutcomeSuccess extends ReportMutationSuccess {}

export const RecordOversightOutcomeResult = actResult(
  'RecordOversightOutcomeResult',
  'Outcome of concluding a case.',
  RecordOversightOutcomeSuccess,
  NotAtOversightStage,
);
