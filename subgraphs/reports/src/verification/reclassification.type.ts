import { ReportTypeEnum } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { LaterNeedsNationalDesk } from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';
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

export const ReclassifyReportResult = actResult(
  'ReclassifyReportResult',
  'Outcome of reclassifying a report.',
  ReclassifyReportSuccess,
  LaterNeedsNationalDesk,
);
