import { Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { TooManyAttempts } from '../account/sign-up.result.js';

@InputType({ description: 'The code that was sent to your address.' })
export class VerifyEmailInput {
  @Field(() => String, { description: 'Works once, for 24 hours, until another one was sent.' })
  code!: string;
}

@ObjectType({
  implements: Problem,
  description: 'The code is unknown, was used, is over, or was sent to somebody else: ask for another one.',
})
export class CodeNotFound extends Problem {}

@ObjectType({ description: 'The address is yours.' })
class VerifyEmailSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isEmailVerified!: boolean;
}

@ObjectType({ description: 'The request was taken.' })
class RequestEmailVerificationSuccess {
  @Field(() => Boolean, {
    description:
      'Whether an e-mail is on its way; false when the address is verified already, and where no e-mails are sent.',
  })
  isSent!: boolean;
}

export const VerifyEmailResult = resultUnion('VerifyEmailResult', 'Outcome of verifying an address.', [
  VerifyEmailSuccess,
  CodeNotFound,
]);

export const RequestEmailVerificationResult = resultUnion(
  'RequestEmailVerificationResult',
  'Outcome of asking for another code.',
  [RequestEmailVerificationSuccess, TooManyAttempts],
);
