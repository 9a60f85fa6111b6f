import type { Viewer } from '@satu-pintu/domain-kit';
import { unauthenticated } from '@satu-pintu/service-kit';

/** Who asks about their own account, and in which session. */
export interface OwnSession {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Raises UNAUTHENTICATED for a visitor. */
export function ownSession({ accountId, sessionId }: Viewer): OwnSession {
  if (accountId === null || sessionId === null) throw unauthenticated();
  return { accountId, sessionId };
}
