import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { SupportReport } from './support-report.command.js';
import {
  SupportReportInput,
  SupportReportResult,
  WithdrawSupportInput,
  WithdrawSupportResult,
} from './support.type.js';
import type { WithdrawSupport } from './withdraw-support.command.js';

@Resolver(() => Report)
export class SupportResolver {
  constructor(
    private readonly support: SupportReport,
    private readonly withdraw: WithdrawSupport,
  ) {}

  @Mutation(() => SupportReportResult, {
    description:
      '"I have this too", for citizens who are signed in: a public report that is open, not the own one. Once for each account; who it was is kept nowhere.',
  })
  async supportReport(
    @Arg('input') input: SupportReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('SupportReportSuccess', await this.support.execute(input, context.viewer), context);
  }

  @Mutation(() => WithdrawSupportResult, {
    description: 'Take the support of the own account back, in every state of the report.',
  })
  async withdrawSupport(
    @Arg('input') input: WithdrawSupportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.withdraw.execute(input, context.viewer);
    return presentOutcome('WithdrawSupportSuccess', outcome, context);
  }

  @FieldResolver(() => Int, {
    description:
      'How many more have the same trouble: who supports it or a report merged into it, and the reporters of these. Secret reports are not counted.',
  })
  async supportCount(@Root() { id }: Report, @Ctx() { loaders }: ReportsContext): Promise<number> {
    return loaders.supportCounts.load(id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the own account supports it; false for a viewer who is not signed in.',
  })
  async isSupportedByViewer(@Root() { id }: Report, @Ctx() { loaders }: ReportsContext): Promise<boolean> {
    return loaders.ownSupport.load(id);
  }
}
