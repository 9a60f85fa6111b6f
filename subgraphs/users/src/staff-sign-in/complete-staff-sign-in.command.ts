import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { findAccountByEmail } from '../account/account.store.js';
import type { InvitationNotFound } from '../appointment/accept-invitation.command.js';
import { findAppointments } from '../appointment/appointments.query.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Challenges } from '../passkey/challenges.js';
import type { SecondFactorRequired } from '../second-factor/sign-in-challenges.js';
import type { SessionTokens } from '../session/session-tokens.js';
import type { StartSession } from '../session/start-session.js';
import type {
  IdentityProvider,
  Journey,
  ProviderUnavailable,
  StaffSignInNotAccepted,
  WayBack,
} from './identity-provider.js';
import type { Invitation, TakeUpByProvider } from './take-up-by-provider.js';
import {
  decideIdentity,
  type NoPostHeld,
  type StaffIdentity,
  type StaffTrust,
} from './staff-sign-in.rules.js';

/** What came back from the provider, to whom it was sent, and the invitation that is to be taken up, if any. */
export interface StaffSignInRequest {
  readonly handle: string;
  readonly back: WayBack;
  readonly invitation: Invitation | null;
}

/** Why no session begins. */
export type StaffSignInRefusal =
  NoPostHeld | InvitationNotFound | ProviderUnavailable | StaffSignInNotAccepted | SecondFactorRequired;

/** What completing needs. */
export interface StaffSignInParts {
  readonly database: DataSource;
  readonly audit: AccountAudit;
  readonly provider: IdentityProvider;
  readonly journeys: Challenges<Journey>;
  readonly trust: StaffTrust;
  readonly sessions: StartSession;
  readonly takeUp: TakeUpByProvider;
}

const ACTION = 'completeStaffSignIn';

/** Somebody who holds a post. */
interface Officer {
  readonly account: AccountEntity;
  readonly hasTwoFactors: boolean;
}

/**
 * Starts a session for an officer whom the provider knows by a verified address. The provider gives no right: the post is
 * there already or an agency has invited to it, and a citizen's account is not entered this way.
 */
export class CompleteStaffSignInCommand {
  constructor(private readonly parts: StaffSignInParts) {}

  async execute(request: StaffSignInRequest): Promise<Decision<SessionTokens, StaffSignInRefusal>> {
    const { sessions, audit } = this.parts;
    const officer = await this.officerOf(request);
    if (!officer.ok) {
      // Whoever it was, there is nobody here to name.
      return audit.inTransaction<never, StaffSignInRefusal>(ACTION, null, () => Promise.resolve(officer));
    }
    const { account, hasTwoFactors } = officer.value;
    return sessions.execute<NoPostHeld>(account, {
      proof: hasTwoFactors ? 'TWO_FACTORS' : 'ONE_FACTOR',
      passwordHash: null,
      ifOutdated: { kind: 'NoPostHeld' },
      action: ACTION,
      meant: { accountId: account.id },
    });
  }

  private async officerOf({
    handle,
    back,
    invitation,
  }: StaffSignInRequest): Promise<Decision<Officer, StaffSignInRefusal>> {
    const { provider, trust, takeUp } = this.parts;
    const journey = await this.takeUpJourney(handle, back.state);
    if (!journey) return refuse({ kind: 'StaffSignInNotAccepted' });
    const claims = await provider.claimsOf(back, journey);
    if (!claims.ok) return claims;
    const identity = decideIdentity(claims.value, trust);
    if (!identity.ok) return identity;
    if (invitation) {
      const taken = await takeUp.execute(identity.value, invitation);
      if (!taken.ok) return taken;
    }
    return this.whoHoldsPost(identity.value);
  }

  private async whoHoldsPost({
    email,
    hasTwoFactors,
  }: StaffIdentity): Promise<Decision<Officer, NoPostHeld>> {
    const { manager } = this.parts.database;
    const account = await findAccountByEmail(manager, email);
    const posts = account ? await findAppointments(manager, account.id) : [];
    return account && posts.length > 0 ? accept({ account, hasTwoFactors }) : refuse({ kind: 'NoPostHeld' });
  }

  /** What was remembered, once. Whoever brings another state has been sent here by somebody else. */
  private async takeUpJourney(handle: string, state: string): Promise<Journey | null> {
    const { database, journeys } = this.parts;
    const journey = journeys.open(handle);
    if (journey?.state !== state) return null;
    return (await inTransaction(database, (tx) => journeys.spend(tx, handle))) ? journey : null;
  }
}
