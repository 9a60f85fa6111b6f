import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { AcceptOversightCase } from './accept-oversight-case.command.js';
import {
  AcceptOversightCaseInput,
  AcceptOversightCaseResult,
  RecordOversightOutcomeInput,
  RecordOversightOutcomeResult,
} from './case.type.js';
import type { RecordOversightOutcome } from './record-oversight-outcome.command.js';

@Resolver()
export class OversightExaminationResolver {
  constructor(
    private readonly take: AcceptOversightCase,
    private readonly conclude: RecordOversightOutcome,
  ) {}

  @Mutation(() => AcceptOversightCaseResult, {
    description: 'The Ombudsman takes a case whose reporter has consented.',
  })
  async acceptOversightCase(
    @Arg('input') input: AcceptOversightCaseInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.take.execute(input, context.viewer);
    return presentOutcome('AcceptOversightCaseSuccess', outcome, context);
  }

  @Mutation(() => RecordOversightOutcomeResult, {
    description: 'The Ombudsman tells the reporter and the office what was found.',
  })
  async recordOversightOutcome(
    @Arg('input') input: RecordOversightOutcomeInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.conclude.execute(input, context.viewer);
    return presentOutcome('RecordOversightOutcomeSuccess', outcome, context);
  }
}
