import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Sign in with this address now.' })
class SignUpSuccess {
  @Field(() => String, { description: 'The address as it is kept: in lower case.' })
  email!: string;
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
