import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Sign in with this address or number now.' })
class SignUpSuccess {
  @Field(() => String, {
    nullable: true,
    description: 'The address as it is kept: in lower case; null when you gave a number.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number as it is kept: `+6281234567890`; null when you gave an address.',
  })
  phone!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether a code is on its way, for `verifyEmail` or `verifyPhone`; false where no e-mails are sent. You can sign in ' +
      'and report without it.',
  })
  isVerificationSent!: boolean;
}

@ObjectType({
  implements: Problem,
  description:
    'Too many tries for this address or number, or more at once than can be looked at; nothing was done.',
})
export class TooManyAttempts extends Problem {
  @Field(() => Int, { description: 'Seconds until the next try counts, at least 1.' })
  retryAfterSeconds!: number;
}

@ObjectType({ implements: Problem, description: 'This house does not offer this way to sign in.' })
export class SignInWayNotOffered extends Problem {}

export const SignUpResult = resultUnion('SignUpResult', 'Outcome of asking for an account.', [
  SignUpSuccess,
  InvalidInput,
  TooManyAttempts,
  SignInWayNotOffered,
]);
