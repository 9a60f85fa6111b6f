import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import {
  AgencyHasReturnedIt,
  AgencyNotFound,
  AgencyOutOfReach,
  AlreadyFollowedUp,
  DispositionIsBinding,
  NeedsNationalDesk,
  ReturnWindowOver,
} from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';
import { ReturnReasonEnum } from './return-reason.enum.js';
import type { ReturnReason } from '../report/report-state.js';

@InputType({ description: 'Send a report down inside your house, or on again after a return.' })
export class DispatchReportInput extends ReportMutationInput {
  @Field(() => ID, { description: 'Agency that is to act.' })
  agencyId!: string;

  @Field(() => String, { nullable: true, description: 'For the office alone, at most 2,000 characters.' })
  note?: string | null;
}

@ObjectType({ description: 'The report has a new holder.' })
class DispatchReportSuccess extends ReportMutationSuccess {}

export const DispatchReportResult = actResult(
  'DispatchReportResult',
  'Outcome of dispatching a report.',
  DispatchReportSuccess,
  AgencyNotFound,
  AgencyOutOfReach,
  AgencyHasReturnedIt,
  NeedsNationalDesk,
  DispositionIsBinding,
);

@InputType({ description: 'Send a report back to whoever sent it, because another agency is competent.' })
export class ReturnReportInput extends ReportMutationInput {
  @Field(() => ReturnReasonEnum, { description: 'Why.' })
  reason!: ReturnReason;

  @Field(() => String, { description: 'For the office: why, 10 to 2,000 characters.' })
  explanation!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who should have it, other than yourself; absent says "we do not know".',
  })
  suggestedAgencyId?: string | null;
}

@ObjectType({ description: 'The report is back with whoever sent it.' })
class ReturnReportSuccess extends ReportMutationSuccess {}

export const ReturnReportResult = actResult(
  'ReturnReportResult',
  'Outcome of returning a report.',
  ReturnReportSuccess,
  DispositionIsBinding,
  AlreadyFollowedUp,
  ReturnWindowOver,
  AgencyNotFound,
);
