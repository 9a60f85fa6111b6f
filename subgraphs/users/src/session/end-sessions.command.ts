import { accept, type Clock, type Decision, isUuid, refuse } from '@satu-pintu/domain-kit';
import type { AccountAudit } from '../audit/account-audit.js';
import type { OwnSession } from '../account/own-session.js';
import { endOtherSessions, endOwnSession } from './session.store.js';

/** No session of yours has this id, or it has ended; those of others are as if they did not exist. */
export interface SessionNotFound {
  readonly kind: 'SessionNotFound';
}

/** Ends one's own sessions, such as that of a telephone that was lost. */
export class EndSessionsCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly clock: Clock,
  ) {}

  one(id: string, accountId: string): Promise<Decision<true, SessionNotFound>> {
    return this.audit.inTransaction<true, SessionNotFound>('endSession', { accountId }, async (tx) => {
      const isEnded = isUuid(id) && (await endOwnSession(tx, accountId, id, this.clock.now()));
      return isEnded ? accept(true) : refuse({ kind: 'SessionNotFound' });
    });
  }

  /** Answers how many there were. */
  all({ accountId, sessionId }: OwnSession, keepsCurrent: boolean): Promise<Decision<number, never>> {
    const spared = keepsCurrent ? sessionId : null;
    return this.audit.inTransaction<number, never>('endAllSessions', { accountId }, async (tx) =>
      accept(await endOtherSessions(tx, accountId, spared, this.clock.now())),
    );
  }
}
