import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { AskReporter } from './ask-reporter.command.js';
import type { CompleteReport } from './complete-report.command.js';
import {
  AskReporterInput,
  AskReporterResult,
  CompleteReportInput,
  CompleteReportResult,
  RequestCompletionInput,
  RequestCompletionResult,
} from './completion.type.js';
import type { RequestCompletion } from './request-completion.command.js';

@Resolver()
export class CompletionResolver {
  constructor(
    private readonly request: RequestCompletion,
    private readonly ask: AskReporter,
    private readonly complete: CompleteReport,
  ) {}

  @Mutation(() => RequestCompletionResult, {
    description: 'Ask the reporter for what is missing before the report can be verified.',
  })
  async requestCompletion(
    @Arg('input') input: RequestCompletionInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.request.execute(input, context.viewer);
    return presentOutcome('RequestCompletionSuccess', outcome, context);
  }

  @Mutation(() => AskReporterResult, {
    description: 'Ask the reporter something, and wait; twice in the life of a report.',
  })
  async askReporter(@Arg('input') input: AskReporterInput, @Ctx() context: ReportsContext): Promise<object> {
    return presentOutcome('AskReporterSuccess', await this.ask.execute(input, context.viewer), context);
  }

  @Mutation(() => CompleteReportResult, { description: 'The reporter answers a question of the office.' })
  async completeReport(
    @Arg('input') input: CompleteReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.complete.execute(input, context.viewer);
    return presentOutcome('CompleteReportSuccess', outcome, context, input.accessCode);
  }
}
