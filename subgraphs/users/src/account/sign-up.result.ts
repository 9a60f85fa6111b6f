import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Sign in with this address now.' })
class SignUpSuccess {
  @Field(() => String, { description: 'The address as it is kept: in lower case.' })
  email!: string;

  @Field(() => Boolean, {
    description:
      'Whether a code is on its way to the address, for `verifyEmail`; false where no e-mails are sent. You can sign in ' +
      'and report without it.',
  })
  isVerificationSent!: boolean;
}

@ObjectType({
  implements: Problem,
  description: 'Too many tries for this address, or more at once than can be looked at; nothing was done.',
})
export class TooManyAttempts extends Problem {
  @Field(() => Int, { description: 'Seconds until the next try counts, at least 1.' })
  retryAfterSeconds!: number;
}

export const SignUpResult = resultUnion('SignUpResult', 'Outcome of asking for an account.', [
  SignUpSuccess,
  InvalidInput,
  TooManyAttempts,
]);
