import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { DispatchReport } from './dispatch-report.command.js';
import {
  DispatchReportInput,
  DispatchReportResult,
  ReturnReportInput,
  ReturnReportResult,
} from './disposition.type.js';
import type { ReturnReport } from './return-report.command.js';

@Resolver()
export class DispositionResolver {
  constructor(
    private readonly dispatch: DispatchReport,
    private readonly giveBack: ReturnReport,
  ) {}

  @Mutation(() => DispatchReportResult, { description: 'Send a report down, or on again after a return.' })
  async dispatchReport(
    @Arg('input') input: DispatchReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome(
      'DispatchReportSuccess',
      await this.dispatch.execute(input, context.viewer),
      context,
    );
  }

  @Mutation(() => ReturnReportResult, { description: 'Send a report back, with a reason and a suggestion.' })
  async returnReport(
    @Arg('input') input: ReturnReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('ReturnReportSuccess', await this.giveBack.execute(input, context.viewer), context);
  }
}
