import { InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Say that you have the same trouble as a public report.' })
export class SupportReportInput extends ReportMutationInput {}

@ObjectType({ description: 'Your account supports the report, once, however often it is said.' })
class SupportReportSuccess extends ReportMutationSuccess {}

export const SupportReportResult = actResult(
  'SupportReportResult',
  'Outcome of supporting a report.',
  SupportReportSuccess,
);

@InputType({ description: 'Take your support of a report back.' })
export class WithdrawSupportInput extends ReportMutationInput {}

@ObjectType({ description: 'Your account does not support the report, or no longer.' })
class WithdrawSupportSuccess extends ReportMutationSuccess {}

export const WithdrawSupportResult = actResult(
  'WithdrawSupportResult',
  'Outcome of taking support back.',
  WithdrawSupportSuccess,
);
