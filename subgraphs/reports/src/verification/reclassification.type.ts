import { IdempotencyConflict, InvalidInput, NotAllowed, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import {
  CalendarNotLoaded,
  LaterNeedsNationalDesk,
  ReportNotFound,
  ReportNotInState,
} from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';
import { ReportTypeEnum } from '../report/report.enums.js';
import type { ReportType } from '../report/report-state.js';

@InputType({ description: 'Put a verified report into another class.' })
export class ReclassifyReportInput extends ReportMutationInput {
  @Field(() => ReportTypeEnum, { description: 'The class it belongs to; another one than now.' })
  type!: ReportType;

  @Field(() => String, { description: 'For the office and the reporter: why. 10 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({
  description: 'The report has another class, and its deadline was counted anew from its start.',
})
class ReclassifyReportSuccess extends ReportMutationSuccess {}

export const ReclassifyReportResult = resultUnion(
  'ReclassifyReportResult',
  'Outcome of reclassifying a report.',
  [
    ReclassifyReportSuccess,
    ReportNotFound,
    NotAllowed,
    ReportNotInState,
    LaterNeedsNationalDesk,
    InvalidInput,
    CalendarNotLoaded,
    IdempotencyConflict,
  ],
);
