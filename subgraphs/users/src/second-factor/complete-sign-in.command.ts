import { type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { holdCredentials } from '../account/account.store.js';
import type { SessionTokens } from '../session/session-tokens.js';
import type { StartSession } from '../session/start-session.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Vault } from '../vault/vault.js';
import { checkCode, type CodeRefusal, type GivenCode } from './check-code.js';
import { findChallenge, forgetChallenges, spendChallenge } from './sign-in-challenges.js';

/** The challenge is unknown, was answered, or is over. */
export interface ChallengeEnded {
  readonly kind: 'ChallengeEnded';
}

/** What is brought to complete a sign-in. */
export interface CompleteSignInRequest extends GivenCode {
  readonly challenge: string;
}

/** Why nobody was signed in. */
export type CompleteSignInRefusal = ChallengeEnded | CodeRefusal;

/** Starts the session whose first factor was given before. A wrong code leaves the challenge open, and counts. */
export class CompleteSignInCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly vault: Vault,
    private readonly sessions: StartSession,
    private readonly clock: Clock,
  ) {}

  execute(request: CompleteSignInRequest): Promise<Decision<SessionTokens, CompleteSignInRefusal>> {
    const now = this.clock.now();
    return this.audit.inTransaction<SessionTokens, CompleteSignInRefusal>(
      'completeSignIn',
      null,
      async (tx, deed) => {
        const accountId = await findChallenge(tx, request.challenge, now);
        if (accountId !== null) deed.actor = this.audit.actorOf({ accountId });
        const account = accountId === null ? null : await holdCredentials(tx, accountId);
        if (!account) return refuse({ kind: 'ChallengeEnded' });
        const checked = await checkCode(tx, this.vault, account.id, request, now);
        if (!checked.ok) return checked;
        if (!(await spendChallenge(tx, request.challenge))) return refuse({ kind: 'ChallengeEnded' });
        await forgetChallenges(tx, account.id);
        return this.sessions.withTwoFactors(tx, account);
      },
    );
  }
}
