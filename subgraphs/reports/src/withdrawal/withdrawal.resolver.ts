import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { WithdrawReport } from './withdraw-report.command.js';
import { WithdrawReportInput, WithdrawReportResult } from './withdrawal.type.js';

@Resolver()
export class WithdrawalResolver {
  constructor(private readonly withdraw: WithdrawReport) {}

  @Mutation(() => WithdrawReportResult, { description: 'The reporter takes an open report back, for good.' })
  async withdrawReport(
    @Arg('input') input: WithdrawReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.withdraw.execute(input, context.viewer);
    return presentOutcome('WithdrawReportSuccess', outcome, context, input.accessCode);
  }
}
