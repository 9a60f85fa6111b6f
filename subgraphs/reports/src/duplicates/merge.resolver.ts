import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { MergeReports } from './merge-reports.command.js';
import {
  MergeReportsInput,
  MergeReportsResult,
  UnmergeReportInput,
  UnmergeReportResult,
} from './merge.type.js';
import type { UnmergeReport } from './unmerge-report.command.js';

@Resolver()
export class MergeResolver {
  constructor(
    private readonly merge: MergeReports,
    private readonly unmerge: UnmergeReport,
  ) {}

  @Mutation(() => MergeReportsResult, {
    description:
      'Merge a duplicate into the report about the same matter, for those who administer both. It keeps its tracking id for ever; its reporter follows the case at `mergedInto`.',
  })
  async mergeReports(
    @Arg('input') input: MergeReportsInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('MergeReportsSuccess', await this.merge.execute(input, context.viewer), context);
  }

  @Mutation(() => UnmergeReportResult, {
    description:
      'Undo a merging: state, holder and clocks are again what they were, the time in between counts.',
  })
  async unmergeReport(
    @Arg('input') input: UnmergeReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('UnmergeReportSuccess', await this.unmerge.execute(input, context.viewer), context);
  }
}
