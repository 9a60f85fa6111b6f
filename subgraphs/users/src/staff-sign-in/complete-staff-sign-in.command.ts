import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { findAccountByEmail } from '../account/account.store.js';
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
import { decideIdentity, type NoPostHeld, type StaffTrust } from './staff-sign-in.rules.js';

/** Why no session begins. */
export type StaffSignInRefusal =
  NoPostHeld | ProviderUnavailable | StaffSignInNotAccepted | SecondFactorRequired;

/** What completing needs. */
export interface StaffSignInParts {
  readonly database: DataSource;
  readonly audit: AccountAudit;
  readonly provider: IdentityProvider;
  readonly journeys: Challenges<Journey>;
  readonly trust: StaffTrust;
  readonly sessions: StartSession;
}

const ACTION = 'completeStaffSignIn';

/** Somebody who holds a post. */
interface Officer {
  readonly account: AccountEntity;
  readonly hasTwoFactors: boolean;
}

/**
 * Starts a session for an officer whom the provider knows by a verified address. It gives no right: the account and its
 * post must be there already, and a citizen's account is not entered this way.
 */
export class CompleteStaffSignInCommand {
  constructor(private readonly parts: StaffSignInParts) {}

  async execute(handle: string, back: WayBack): Promise<Decision<SessionTokens, StaffSignInRefusal>> {
    const { sessions, audit } = this.parts;
    const officer = await this.officerOf(handle, back);
    if (!officer.ok) {
      // Whoever it was, there is nobody here to name.
      return audit.inTransaction<never, StaffSignInRefusal>(ACTION, null, () => Promise.resolve(officer));
    }
    const { account, hasTwoFactors } = officer.value;
    return sessions.execute(account, hasTwoFactors ? 'TWO_FACTORS' : 'ONE_FACTOR', ACTION);
  }

  private async officerOf(handle: string, back: WayBack): Promise<Decision<Officer, StaffSignInRefusal>> {
    const { database, provider, trust } = this.parts;
    const journey = await this.takeUp(handle, back.state);
    if (!journey) return refuse({ kind: 'StaffSignInNotAccepted' });
    const claims = await provider.claimsOf(back, journey);
    if (!claims.ok) return claims;
    const identity = decideIdentity(claims.value, trust);
    if (!identity.ok) return identity;
    const { email, hasTwoFactors } = identity.value;
    const account = await findAccountByEmail(database.manager, email);
    const posts = account ? await findAppointments(database.manager, account.id) : [];
    return account && posts.length > 0 ? accept({ account, hasTwoFactors }) : refuse({ kind: 'NoPostHeld' });
  }

  /** What was remembered, once. Whoever brings another state has been sent here by somebody else. */
  private async takeUp(handle: string, state: string): Promise<Journey | null> {
    const { database, journeys } = this.parts;
    const journey = journeys.open(handle);
    if (journey?.state !== state) return null;
    return (await inTransaction(database, (tx) => journeys.spend(tx, handle))) ? journey : null;
  }
}
