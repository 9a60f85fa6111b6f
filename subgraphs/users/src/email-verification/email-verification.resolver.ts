import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownSession } from '../account/own-session.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import {
  RequestEmailVerificationResult,
  VerifyEmailInput,
  VerifyEmailResult,
} from './email-verification.type.js';
import type { RequestEmailVerificationCommand } from './request-email-verification.command.js';
import type { VerifyEmailCommand } from './verify-email.command.js';

@Resolver()
export class EmailVerificationResolver {
  constructor(
    private readonly verifyCommand: VerifyEmailCommand,
    private readonly requestCommand: RequestEmailVerificationCommand,
  ) {}

  @Mutation(() => VerifyEmailResult, {
    description:
      'Show that the address of your account is yours, with the code that was sent to it. Raises UNAUTHENTICATED ' +
      'unless you are signed in.',
  })
  async verifyEmail(
    @Arg('input', () => VerifyEmailInput) { code }: VerifyEmailInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.verifyCommand.execute(code, ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'VerifyEmailSuccess', isEmailVerified: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => RequestEmailVerificationResult, {
    description:
      'Have another code sent to your address; the one before works no longer. Five in 15 minutes. Raises ' +
      'UNAUTHENTICATED unless you are signed in.',
  })
  async requestEmailVerification(@Ctx() { viewer }: UsersContext): Promise<object> {
    const outcome = await this.requestCommand.execute(ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'RequestEmailVerificationSuccess', isSent: outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }
}
