import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownSession } from '../account/own-session.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { ChangePasswordCommand } from './change-password.command.js';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  ResetPasswordInput,
  ResetPasswordResult,
} from './password.type.js';
import type { RequestPasswordResetCommand } from './request-password-reset.command.js';
import type { ResetPasswordCommand } from './reset-password.command.js';

@Resolver()
export class PasswordResolver {
  constructor(
    private readonly requestCommand: RequestPasswordResetCommand,
    private readonly resetCommand: ResetPasswordCommand,
    private readonly changeCommand: ChangePasswordCommand,
  ) {}

  @Mutation(() => RequestPasswordResetResult, {
    description:
      'Have a code sent with which a new password is chosen. Five in 15 minutes for an address, three in an hour and ten in ' +
      'a day for a number. Nobody can learn here who has an account.',
  })
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput) input: RequestPasswordResetInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.requestCommand.execute(input);
    return outcome.ok
      ? { __typename: 'RequestPasswordResetSuccess', ...outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => ResetPasswordResult, {
    description:
      'Choose a new password with the code that was sent. An authenticator app is still asked for.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.resetCommand.execute(input);
    return outcome.ok
      ? { __typename: 'ResetPasswordSuccess', isReset: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Change your password. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.changeCommand.execute(input, ownSession(viewer));
    return outcome.ok
      ? { __typename: 'ChangePasswordSuccess', isChanged: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }
}
