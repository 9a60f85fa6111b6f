import type { Decision, Locale } from '@satu-pintu/domain-kit';
import { unauthenticated } from '@satu-pintu/service-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { findViewersAccount, type OwnAccount } from '../account/find-viewers-account.query.js';
import { User } from '../account/user.type.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { PasskeyCommands } from './compose-passkeys.js';
import type { KeepPasskeysCommand } from './keep-passkeys.command.js';
import type { PasskeyEntity } from './passkey.entity.js';
import {
  BeginPasskeyRegistrationInput,
  FinishPasskeyRegistrationInput,
  RemovePasskeyInput,
  RenamePasskeyInput,
  SignInWithPasskeyInput,
} from './passkey.input.js';
import {
  BeginPasskeyRegistrationResult,
  FinishPasskeyRegistrationResult,
  PasskeyChallengeResult,
  RemovePasskeyResult,
  RenamePasskeyResult,
  SignInWithPasskeyResult,
} from './passkey.result.js';
import { findPasskeys } from './passkey.store.js';
import { Passkey } from './passkey.type.js';

const NOT_OFFERED = { ok: false, refusal: { kind: 'SignInWayNotOffered' } } as const;

@Resolver(() => User)
export class PasskeyResolver {
  constructor(
    private readonly database: DataSource,
    private readonly keep: KeepPasskeysCommand,
    /** Null where the house has no name that browsers would know it by. */
    private readonly commands: PasskeyCommands | null,
  ) {}

  @FieldResolver(() => [Passkey], { description: 'Your passkeys, the oldest first, at most ten.' })
  async passkeys(@Root() { id }: User): Promise<readonly Passkey[]> {
    return (await findPasskeys(this.database, id)).map(present);
  }

  @Mutation(() => BeginPasskeyRegistrationResult, {
    description: 'Begin to add a passkey to your account. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async beginPasskeyRegistration(
    @Arg('input', () => BeginPasskeyRegistrationInput) { proof }: BeginPasskeyRegistrationInput,
    @Ctx() context: UsersContext,
  ): Promise<object> {
    const { id, email, displayName } = await this.owner(context);
    const outcome =
      (await this.commands?.begin.register({ accountId: id, email, displayName }, proof)) ?? NOT_OFFERED;
    return answer('BeginPasskeyRegistrationSuccess', outcome, context.viewer.locale);
  }

  @Mutation(() => FinishPasskeyRegistrationResult, {
    description:
      'Add the passkey that your device has made. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async finishPasskeyRegistration(
    @Arg('input', () => FinishPasskeyRegistrationInput) input: FinishPasskeyRegistrationInput,
    @Ctx() context: UsersContext,
  ): Promise<object> {
    const { id } = await this.owner(context);
    const outcome = (await this.commands?.add.execute(input, id)) ?? NOT_OFFERED;
    const made = outcome.ok ? { ok: true as const, value: { passkey: present(outcome.value) } } : outcome;
    return answer('FinishPasskeyRegistrationSuccess', made, context.viewer.locale);
  }

  @Mutation(() => RenamePasskeyResult, {
    description: 'Call a passkey of yours something else. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async renamePasskey(
    @Arg('input', () => RenamePasskeyInput) input: RenamePasskeyInput,
    @Ctx() context: UsersContext,
  ): Promise<object> {
    const { id } = await this.owner(context);
    return answer('RenamePasskeySuccess', await this.keep.rename(input, id), context.viewer.locale);
  }

  @Mutation(() => RemovePasskeyResult, {
    description: 'Let a passkey of yours sign in no more. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async removePasskey(
    @Arg('input', () => RemovePasskeyInput) input: RemovePasskeyInput,
    @Ctx() context: UsersContext,
  ): Promise<object> {
    const { id } = await this.owner(context);
    return answer('RemovePasskeySuccess', await this.keep.remove(input, id), context.viewer.locale);
  }

  @Query(() => PasskeyChallengeResult, {
    description:
      'What a passkey is to answer, to sign in or to prove that it is you. Another one each time; nothing is kept of it.',
  })
  async passkeyChallenge(@Ctx() { viewer }: UsersContext): Promise<object> {
    const begun = await this.commands?.begin.signIn();
    const outcome = begun ? { ok: true as const, value: begun } : NOT_OFFERED;
    return answer('PasskeyChallenge', outcome, viewer.locale);
  }

  @Mutation(() => SignInWithPasskeyResult, {
    description: 'Start a session with the answer of a passkey. It counts as two factors.',
  })
  async signInWithPasskey(
    @Arg('input', () => SignInWithPasskeyInput) { credential }: SignInWithPasskeyInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const outcome = (await this.commands?.signIn.execute(credential)) ?? NOT_OFFERED;
    return answer('SignInSuccess', outcome, viewer.locale);
  }

  private async owner({ viewer }: UsersContext): Promise<OwnAccount> {
    const account = await findViewersAccount(this.database, viewer);
    if (!account) throw unauthenticated();
    return account;
  }
}

function answer(
  success: string,
  outcome: Decision<object, { readonly kind: string }>,
  locale: Locale,
): object {
  return outcome.ok
    ? { __typename: success, ...outcome.value }
    : presentProblem(outcome.refusal, USERS_PROBLEMS, locale);
}

function present({ id, name, createdAt, lastUsedAt, isBackedUp, blockedAt }: PasskeyEntity): Passkey {
  return { id, name, createdAt, lastUsedAt, isBackedUp, isBlocked: blockedAt !== null };
}
