import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { SignUpCommand } from './sign-up.command.js';
import { SignUpInput } from './sign-up.input.js';
import { SignUpResult } from './sign-up.result.js';

@Resolver()
export class SignUpResolver {
  constructor(private readonly command: SignUpCommand) {}

  @Mutation(() => SignUpResult, {
    description:
      'Get an account by an e-mail address or a mobile number; then sign in. The answer is the same when it has an account ' +
      'already, which stays as it is: nobody can learn here who has one. Repeating it is harmless.',
  })
  async signUp(
    @Arg('input', () => SignUpInput) input: SignUpInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.command.execute(input, viewer.locale);
    if (!outcome.ok) return presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
    const { contact, isVerificationSent } = outcome.value;
    const email = contact.kind === 'EMAIL' ? contact.name : null;
    const phone = contact.kind === 'PHONE' ? contact.name : null;
    return { __typename: 'SignUpSuccess', email, phone, isVerificationSent };
  }
}
