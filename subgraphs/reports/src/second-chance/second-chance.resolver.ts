import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { AppealArchival } from './appeal-archival.command.js';
import type { ReopenReport } from './reopen-report.command.js';
import {
  AppealArchivalInput,
  AppealArchivalResult,
  ReopenReportInput,
  ReopenReportResult,
} from './second-chance.type.js';

@Resolver()
export class SecondChanceResolver {
  constructor(
    private readonly appeal: AppealArchival,
    private readonly reopen: ReopenReport,
  ) {}

  @Mutation(() => AppealArchivalResult, {
    description: 'The reporter objects to the archiving; the agency above looks again.',
  })
  async appealArchival(
    @Arg('input') input: AppealArchivalInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.appeal.execute(input, context.viewer);
    return presentOutcome('AppealArchivalSuccess', outcome, context, input.accessCode);
  }

  @Mutation(() => ReopenReportResult, { description: 'Take a closed report up again, with a reason.' })
  async reopenReport(
    @Arg('input') input: ReopenReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.reopen.execute(input, context.viewer);
    return presentOutcome('ReopenReportSuccess', outcome, context, input.accessCode);
  }
}
