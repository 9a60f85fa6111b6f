import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownSession } from '../account/own-session.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { ChangePhoneCommand } from './change-phone.command.js';
import {
  ChangePhoneInput,
  ChangePhoneResult,
  RemovePhoneInput,
  RemovePhoneResult,
  RequestPhoneVerificationResult,
  VerifyPhoneInput,
  VerifyPhoneResult,
} from './phone.type.js';
import type { RemovePhoneCommand } from './remove-phone.command.js';
import type { RequestPhoneVerificationCommand } from './request-phone-verification.command.js';
import type { VerifyPhoneCommand } from './verify-phone.command.js';

@Resolver()
export class PhoneResolver {
  constructor(
    private readonly changeCommand: ChangePhoneCommand,
    private readonly requestCommand: RequestPhoneVerificationCommand,
    private readonly verifyCommand: VerifyPhoneCommand,
    private readonly removeCommand: RemovePhoneCommand,
  ) {}

  @Mutation(() => ChangePhoneResult, {
    description:
      'Have six digits sent to a number that is to be yours, in place of the one before. Nothing changes until ' +
      '`verifyPhone`. Three messages in an hour and ten in a day for a number. Raises UNAUTHENTICATED unless you are ' +
      'signed in.',
  })
  async changePhone(
    @Arg('input', () => ChangePhoneInput) input: ChangePhoneInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.changeCommand.execute(input, ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'ChangePhoneSuccess', isSent: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => RequestPhoneVerificationResult, {
    description:
      'Have other digits sent to the number with which you signed up; those before work no longer. Raises ' +
      'UNAUTHENTICATED unless you are signed in.',
  })
  async requestPhoneVerification(@Ctx() { viewer }: UsersContext): Promise<object> {
    const outcome = await this.requestCommand.execute(ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'RequestPhoneVerificationSuccess', isSent: outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => VerifyPhoneResult, {
    description:
      'Show that a number is yours, with the digits that were sent to it. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async verifyPhone(
    @Arg('input', () => VerifyPhoneInput) { code }: VerifyPhoneInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.verifyCommand.execute(code, ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'VerifyPhoneSuccess', isPhoneVerified: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  @Mutation(() => RemovePhoneResult, {
    description:
      'Take the number away from your account, which then is known by its e-mail address alone. Raises UNAUTHENTICATED ' +
      'unless you are signed in.',
  })
  async removePhone(
    @Arg('input', () => RemovePhoneInput) { proof }: RemovePhoneInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = await this.removeCommand.execute(proof, ownSession(viewer).accountId);
    return outcome.ok
      ? { __typename: 'RemovePhoneSuccess', isRemoved: true }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }
}
