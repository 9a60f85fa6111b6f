import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import { SendMessageInput, SendMessageResult } from './message.type.js';
import type { SendMessage } from './send-message.command.js';

@Resolver()
export class MessageResolver {
  constructor(private readonly send: SendMessage) {}

  @Mutation(() => SendMessageResult, {
    description: 'An administrator writes to a reporter who has a final answer.',
  })
  async sendMessage(@Arg('input') input: SendMessageInput, @Ctx() context: ReportsContext): Promise<object> {
    return presentOutcome('SendMessageSuccess', await this.send.execute(input, context.viewer), context);
  }
}
