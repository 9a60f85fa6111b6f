import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { AnswerCommands } from './answer-commands.js';
import {
  ApproveAnswerInput,
  ApproveAnswerResult,
  DiscardAnswerInput,
  DiscardAnswerResult,
  DraftAnswerInput,
  DraftAnswerResult,
  RejectAnswerInput,
  RejectAnswerResult,
  ReviseAnswerInput,
  ReviseAnswerResult,
} from './answer.type.js';

@Resolver()
export class AnswerResolver {
  constructor(private readonly commands: AnswerCommands) {}

  @Mutation(() => DraftAnswerResult, {
    description: 'Propose an answer for another officer to approve, whether the agency requires it or not.',
  })
  async draftAnswer(@Arg('input') input: DraftAnswerInput, @Ctx() context: ReportsContext): Promise<object> {
    const outcome = await this.commands.draft.execute(input, context.viewer);
    return presentOutcome('DraftAnswerSuccess', outcome, context);
  }

  @Mutation(() => ReviseAnswerResult, { description: 'Write the open draft anew; for those who may draft.' })
  async reviseAnswer(
    @Arg('input') input: ReviseAnswerInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.commands.revise.execute(input, context.viewer);
    return presentOutcome('ReviseAnswerSuccess', outcome, context);
  }

  @Mutation(() => ApproveAnswerResult, {
    description: 'Give the drafted answer to the reporter; for an officer who has not written in it.',
  })
  async approveAnswer(
    @Arg('input') input: ApproveAnswerInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.commands.approve.execute(input, context.viewer);
    return presentOutcome('ApproveAnswerSuccess', outcome, context);
  }

  @Mutation(() => RejectAnswerResult, {
    description: 'Give the open draft back to its writers, with a reason.',
  })
  async rejectAnswer(
    @Arg('input') input: RejectAnswerInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.commands.reject.execute(input, context.viewer);
    return presentOutcome('RejectAnswerSuccess', outcome, context);
  }

  @Mutation(() => DiscardAnswerResult, { description: 'Give the open draft up.' })
  async discardAnswer(
    @Arg('input') input: DiscardAnswerInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.commands.discard.execute(input, context.viewer);
    return presentOutcome('DiscardAnswerSuccess', outcome, context);
  }
}
