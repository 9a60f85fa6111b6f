import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { StaffSignIn } from './compose-staff-sign-in.js';
import {
  CompleteStaffSignInInput,
  CompleteStaffSignInResult,
  StaffSignInWayResult,
} from './staff-sign-in.type.js';

const NOT_OFFERED = { ok: false, refusal: { kind: 'SignInWayNotOffered' } } as const;

@Resolver()
export class StaffSignInResolver {
  constructor(
    /** Null where no provider is named. */
    private readonly commands: StaffSignIn | null,
  ) {}

  @Query(() => StaffSignInWayResult, {
    description:
      'The way to sign in as an officer at the identity provider of the government (OpenID Connect). Another one each ' +
      'time; nothing is kept of it.',
  })
  async staffSignInWay(@Ctx() { viewer }: UsersContext): Promise<object> {
    const outcome = (await this.commands?.begin.execute()) ?? NOT_OFFERED;
    return outcome.ok
      ? { __typename: 'StaffSignInWay', ...outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => CompleteStaffSignInResult, {
    description:
      'Start a session with what the provider handed to the browser. Only for an account that holds a post, or takes ' +
      'one up with the code of an invitation.',
  })
  async completeStaffSignIn(
    @Arg('input', () => CompleteStaffSignInInput) input: CompleteStaffSignInInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const { handle, code, state, iss, invitationCode } = input;
    const request = {
      handle,
      back: { code, state, issuer: iss ?? null },
      invitation: typeof invitationCode === 'string' ? { code: invitationCode, locale: viewer.locale } : null,
    };
    const outcome = (await this.commands?.complete.execute(request)) ?? NOT_OFFERED;
    return outcome.ok
      ? { __typename: 'SignInSuccess', ...outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }
}
