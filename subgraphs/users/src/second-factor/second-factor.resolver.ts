import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownSession } from '../account/own-session.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { BeginSecondFactorCommand } from './begin-second-factor.command.js';
import type { CompleteSignInCommand } from './complete-sign-in.command.js';
import type { ConfirmSecondFactorCommand } from './confirm-second-factor.command.js';
import type { RemoveSecondFactorCommand } from './remove-second-factor.command.js';
import {
  BeginSecondFactorInput,
  CompleteSignInInput,
  ConfirmSecondFactorInput,
  RemoveSecondFactorInput,
} from './second-factor.input.js';
import {
  BeginSecondFactorResult,
  CompleteSignInResult,
  ConfirmSecondFactorResult,
  RemoveSecondFactorResult,
} from './second-factor.result.js';

@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly completeCommand: CompleteSignInCommand,
    private readonly beginCommand: BeginSecondFactorCommand,
    private readonly confirmCommand: ConfirmSecondFactorCommand,
    private readonly removeCommand: RemoveSecondFactorCommand,
  ) {}

  @Mutation(() => CompleteSignInResult, {
    description: 'Answer the challenge of `signIn` with the second factor; this starts the session.',
  })
  async completeSignIn(
    @Arg('input', () => CompleteSignInInput) input: CompleteSignInInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.completeCommand.execute(input);
    return outcome.ok
      ? { __typename: 'SignInSuccess', ...outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => BeginSecondFactorResult, {
    description:
      'Set up an authenticator app, or another one in its place. Nothing changes until `confirmSecondFactor`. Raises ' +
      'UNAUTHENTICATED unless you are signed in.',
  })
  async beginSecondFactor(
    @Arg('input', () => BeginSecondFactorInput) input: BeginSecondFactorInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.beginCommand.execute(input, ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'BeginSecondFactorSuccess', ...outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => ConfirmSecondFactorResult, {
    description:
      'Show the first code of the authenticator app; it counts from now on. Raises UNAUTHENTICATED unless you are ' +
      'signed in.',
  })
  async confirmSecondFactor(
    @Arg('input', () => ConfirmSecondFactorInput) input: ConfirmSecondFactorInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.confirmCommand.execute(input.code, ownSession(viewer));
    return outcome.ok
      ? { __typename: 'ConfirmSecondFactorSuccess', recoveryCodes: outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => RemoveSecondFactorResult, {
    description:
      'Do without the authenticator app; for citizens only. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async removeSecondFactor(
    @Arg('input', () => RemoveSecondFactorInput) input: RemoveSecondFactorInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.removeCommand.execute(input, ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'RemoveSecondFactorSuccess', isRemoved: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }
}
