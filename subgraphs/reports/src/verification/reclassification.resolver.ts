import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import { ReclassifyReportInput, ReclassifyReportResult } from './reclassification.type.js';
import type { ReclassifyReport } from './reclassify-report.command.js';

@Resolver()
export class ReclassificationResolver {
  constructor(private readonly reclassify: ReclassifyReport) {}

  @Mutation(() => ReclassifyReportResult, {
    description: 'Correct the class of a verified report; its deadline is counted anew from its start.',
  })
  async reclassifyReport(
    @Arg('input') input: ReclassifyReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.reclassify.execute(input, context.viewer);
    return presentOutcome('ReclassifyReportSuccess', outcome, context);
  }
}
