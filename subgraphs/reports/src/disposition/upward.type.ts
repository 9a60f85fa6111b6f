import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { NobodyAbove } from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Pass a returned report to the agency above.' })
export class PassUpReportInput extends ReportMutationInput {
  @Field(() => String, {
    description: 'For the office: why nobody in the house is competent. 10 to 2,000 characters.',
  })
  explanation!: string;
}

@ObjectType({ description: 'The report lies with the agency above, which is to dispatch it.' })
class PassUpReportSuccess extends ReportMutationSuccess {}

export const PassUpReportResult = actResult(
  'PassUpReportResult',
  'Outcome of passing a report up.',
  PassUpReportSuccess,
  NobodyAbove,
);

@InputType({ description: 'Take an open report from an agency that cannot act any more.' })
export class TakeOverReportInput extends ReportMutationInput {
  @Field(() => String, { description: 'For the office and the reporter: why. 10 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'Your agency holds the report now; it stays in its state.' })
class TakeOverReportSuccess extends ReportMutationSuccess {}

export const TakeOverReportResult = actResult(
  'TakeOverReportResult',
  'Outcome of taking a report over.',
  TakeOverReportSuccess,
);
