import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { PassUpReport } from './pass-up-report.command.js';
import type { TakeOverReport } from './take-over-report.command.js';
import {
  PassUpReportInput,
  PassUpReportResult,
  TakeOverReportInput,
  TakeOverReportResult,
} from './upward.type.js';

@Resolver()
export class UpwardResolver {
  constructor(
    private readonly passUp: PassUpReport,
    private readonly takeOver: TakeOverReport,
  ) {}

  @Mutation(() => PassUpReportResult, { description: 'Pass a returned report to the agency above.' })
  async passUpReport(
    @Arg('input') input: PassUpReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('PassUpReportSuccess', await this.passUp.execute(input, context.viewer), context);
  }

  @Mutation(() => TakeOverReportResult, {
    description: 'Take an open report from an agency below that cannot act any more.',
  })
  async takeOverReport(
    @Arg('input') input: TakeOverReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.takeOver.execute(input, context.viewer);
    return presentOutcome('TakeOverReportSuccess', outcome, context);
  }
}
