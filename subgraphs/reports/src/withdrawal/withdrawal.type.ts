import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { ReporterMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Take your report back.' })
export class WithdrawReportInput extends ReporterMutationInput {
  @Field(() => Boolean, { description: 'Must be true: a withdrawal cannot be undone.' })
  confirm!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why, if you want to say so, for the office. Up to 2,000 characters.',
  })
  reason?: string | null;
}

@ObjectType({
  description:
    'The report is withdrawn. A complaint of the oversight class may be looked into by the office without you.',
})
class WithdrawReportSuccess extends ReportMutationSuccess {}

export const WithdrawReportResult = actResult(
  'WithdrawReportResult',
  'Outcome of withdrawing a report.',
  WithdrawReportSuccess,
);
