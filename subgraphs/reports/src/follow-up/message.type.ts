import { IdempotencyConflict, InvalidInput, NotAllowed, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { CalendarNotLoaded, ReportNotFound, ReportNotInState } from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Write to the reporter about a final answer.' })
export class SendMessageInput extends ReportMutationInput {
  @Field(() => String, {
    description: 'For the reporter and, unless secret, the public. 10 to 4,000 characters.',
  })
  body!: string;
}

@ObjectType({ description: 'The message stands in the conversation; the time to reply begins anew.' })
class SendMessageSuccess extends ReportMutationSuccess {}

export const SendMessageResult = resultUnion('SendMessageResult', 'Outcome of sending a message.', [
  SendMessageSuccess,
  ReportNotFound,
  NotAllowed,
  ReportNotInState,
  InvalidInput,
  CalendarNotLoaded,
  IdempotencyConflict,
]);
