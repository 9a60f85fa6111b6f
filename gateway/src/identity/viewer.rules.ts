import { createHash } from 'node:crypto';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import type { SubgraphName } from '@satu-pintu/service-kit';
import type { Asker } from './asker.js';

/** The seals that stand between what a token carries and what a subgraph is told. */
export interface ReporterSeals {
  /** The account's reporter key, or null for anything that users did not seal. */
  openReporterKey(sealed: string): string | null;
  /** The account for the vault's eyes only, sealed anew at every call. */
  sealAccount(accountId: string): string;
}

/**
 * Who asks, as one subgraph is told. The account and session reach users alone; the reporter key and seal reach
 * reports alone; agencies and analytics learn only the appointments.
 */
export function viewerFor(audience: SubgraphName, { claims, locale }: Asker, seals: ReporterSeals): Viewer {
  if (!claims) return publicViewer(locale);
  const { accountId, sessionId, sealedReporterKey, appointments } = claims;
  const [forUsers, forReports] = [audience === 'users', audience === 'reports'];
  return {
    isSignedIn: true,
    tag: tagOf(sessionId),
    appointments,
    locale,
    accountId: forUsers ? accountId : null,
    sessionId: forUsers ? sessionId : null,
    reporterKey: forReports && sealedReporterKey !== null ? seals.openReporterKey(sealedReporterKey) : null,
    reporterSeal: forReports ? seals.sealAccount(accountId) : null,
  };
}

/** What two askers must have in common before one upstream may serve both: the same session with the same rights. */
export function scopeOf({ claims, locale }: Asker): string {
  if (!claims) return `public:${locale}`;
  return `${tagOf(claims.sessionId)}:${locale}:${JSON.stringify(claims.appointments)}`;
}

/** Names a session without naming the account. */
function tagOf(sessionId: string): string {
  return createHash('sha256').update(`viewer:${sessionId}`).digest('base64url').slice(0, 22);
}
