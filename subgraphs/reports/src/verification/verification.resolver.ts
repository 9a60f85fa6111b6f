import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { ArchiveReport } from './archive-report.command.js';
import {
  ArchiveReportInput,
  ArchiveReportResult,
  VerifyReportInput,
  VerifyReportResult,
} from './verification.type.js';
import type { VerifyReport } from './verify-report.command.js';

@Resolver()
export class VerificationResolver {
  constructor(
    private readonly verify: VerifyReport,
    private readonly archive: ArchiveReport,
  ) {}

  @Mutation(() => VerifyReportResult, { description: 'Classify, publish and dispatch a submitted report.' })
  async verifyReport(
    @Arg('input') input: VerifyReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('VerifyReportSuccess', await this.verify.execute(input, context.viewer), context);
  }

  @Mutation(() => ArchiveReportResult, { description: 'Set aside an unverified report, with a reason.' })
  async archiveReport(
    @Arg('input') input: ArchiveReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('ArchiveReportSuccess', await this.archive.execute(input, context.viewer), context);
  }
}
