import { unauthenticated } from '@satu-pintu/service-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownSession } from '../account/own-session.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { EndSessionsCommand } from './end-sessions.command.js';
import type { RefreshSessionCommand } from './refresh-session.command.js';
import {
  EndAllSessionsInput,
  EndSessionInput,
  RefreshSessionInput,
  SignInInput,
  SignOutInput,
} from './session.input.js';
import {
  EndAllSessionsResult,
  EndSessionResult,
  RefreshSessionResult,
  SignInResult,
  SignOutResult,
} from './session.result.js';
import type { SignInCommand } from './sign-in.command.js';
import type { SignOutCommand } from './sign-out.command.js';

@Resolver()
export class SessionResolver {
  constructor(
    private readonly signInCommand: SignInCommand,
    private readonly refreshCommand: RefreshSessionCommand,
    private readonly signOutCommand: SignOutCommand,
    private readonly endCommand: EndSessionsCommand,
  ) {}

  @Mutation(() => SignInResult, {
    description:
      'Start a session with address or number and password. Five tries for each in 15 minutes. Whoever has an ' +
      'authenticator app is asked for its code first.',
  })
  async signIn(
    @Arg('input', () => SignInInput) input: SignInInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.signInCommand.execute(input);
    return outcome.ok
      ? { __typename: 'SignInSuccess', ...outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => RefreshSessionResult, {
    description: 'Exchange a refresh token for new tokens, before or after the access token ran out.',
  })
  async refreshSession(
    @Arg('input', () => RefreshSessionInput) input: RefreshSessionInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.refreshCommand.execute(input.refreshToken);
    return outcome.ok
      ? { __typename: 'RefreshSessionSuccess', ...outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => SignOutResult, {
    description: 'End a session. Raises UNAUTHENTICATED when there is neither a refresh token nor a session.',
  })
  async signOut(
    @Arg('input', () => SignOutInput) input: SignOutInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    if (typeof input.refreshToken === 'string') await this.signOutCommand.endByToken(input.refreshToken);
    else if (viewer.sessionId !== null) await this.signOutCommand.endById(viewer.sessionId, viewer.accountId);
    else throw unauthenticated();
    return { __typename: 'SignOutSuccess', isSignedOut: true };
  }

  @Mutation(() => EndSessionResult, {
    description:
      'End one of your sessions, wherever it runs. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async endSession(
    @Arg('input', () => EndSessionInput) { sessionId }: EndSessionInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.endCommand.one(sessionId, ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'EndSessionSuccess', isEnded: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => EndAllSessionsResult, {
    description: 'End all your sessions at once. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async endAllSessions(
    @Arg('input', () => EndAllSessionsInput) { keepCurrent }: EndAllSessionsInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.endCommand.all(ownSession(viewer), keepCurrent);
    return outcome.ok
      ? { __typename: 'EndAllSessionsSuccess', ended: outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }
}
