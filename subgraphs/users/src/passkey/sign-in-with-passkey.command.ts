import { type Decision, refuse } from '@satu-pintu/domain-kit';
import { holdCredentials } from '../account/account.store.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { SessionTokens } from '../session/session-tokens.js';
import type { StartSession } from '../session/start-session.js';
import type { PasskeyNotAccepted } from './add-passkey.command.js';
import type { PasskeyCheck } from './passkey-check.js';

/** Starts a session for whoever's passkey has answered. It has seen its user, so it is two factors at once. */
export class SignInWithPasskeyCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly check: PasskeyCheck,
    private readonly sessions: StartSession,
  ) {}

  execute(credential: string): Promise<Decision<SessionTokens, PasskeyNotAccepted>> {
    return this.audit.inTransaction<SessionTokens, PasskeyNotAccepted>(
      'signInWithPasskey',
      null,
      async (tx, deed) => {
        const accountId = await this.check.accountOf(tx, credential);
        const account = accountId === null ? null : await holdCredentials(tx, accountId);
        if (!account) return refuse({ kind: 'PasskeyNotAccepted' });
        deed.actor = this.audit.actorOf({ accountId: account.id });
        return this.sessions.withTwoFactors(tx, account);
      },
    );
  }
}
