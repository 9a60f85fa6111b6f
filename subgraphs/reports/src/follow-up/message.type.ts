import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
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

export const SendMessageResult = actResult(
  'SendMessageResult',
  'Outcome of sending a message.',
  SendMessageSuccess,
);
