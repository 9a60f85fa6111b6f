import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { AcceptReport } from './accept-report.command.js';
import type { ConfirmResolution } from './confirm-resolution.command.js';
import {
  AcceptReportInput,
  AcceptReportResult,
  ConfirmResolutionInput,
  ConfirmResolutionResult,
  RecordFollowUpInput,
  RecordFollowUpResult,
  ReplyToReportInput,
  ReplyToReportResult,
} from './handling.type.js';
import type { RecordFollowUp } from './record-follow-up.command.js';
import type { ReplyToReport } from './reply-to-report.command.js';

@Resolver()
export class FollowUpResolver {
  constructor(
    private readonly accept: AcceptReport,
    private readonly record: RecordFollowUp,
    private readonly reply: ReplyToReport,
    private readonly confirm: ConfirmResolution,
  ) {}

  @Mutation(() => AcceptReportResult, { description: 'Take a dispatched report in hand.' })
  async acceptReport(
    @Arg('input') input: AcceptReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('AcceptReportSuccess', await this.accept.execute(input, context.viewer), context);
  }

  @Mutation(() => RecordFollowUpResult, { description: 'Tell what was done, or answer finally.' })
  async recordFollowUp(
    @Arg('input') input: RecordFollowUpInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('RecordFollowUpSuccess', await this.record.execute(input, context.viewer), context);
  }

  @Mutation(() => ReplyToReportResult, { description: 'The reporter is not satisfied with a final answer.' })
  async replyToReport(
    @Arg('input') input: ReplyToReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.reply.execute(input, context.viewer);
    return presentOutcome('ReplyToReportSuccess', outcome, context, input.accessCode);
  }

  @Mutation(() => ConfirmResolutionResult, { description: 'The reporter says that it is solved.' })
  async confirmResolution(
    @Arg('input') input: ConfirmResolutionInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.confirm.execute(input, context.viewer);
    return presentOutcome('ConfirmResolutionSuccess', outcome, context, input.accessCode);
  }
}
