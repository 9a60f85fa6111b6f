import type { AuditOutcome } from '@satu-pintu/audit';
import { isStorable, isUuid } from '@satu-pintu/domain-kit';
import type { AuditReach } from './audit-reach.rules.js';
import type { AuditQuestion } from './audit-trail.query.js';

/** Days are those of Jakarta, the zone of the national desk; it has no summer time. */
const MIDNIGHT = 'T00:00:00+07:00';
const DAY_MS = 86_400_000;

/** What a client asks for. */
export interface AskedAudit {
  readonly subjectId?: string | null;
  readonly officerId?: string | null;
  readonly agencyId?: string | null;
  readonly action?: string | null;
  readonly outcome?: AuditOutcome | null;
  /** `YYYY-MM-DD`, both included. */
  readonly fromDay?: string | null;
  readonly toDay?: string | null;
}

/** The question behind a filter; null for one that no entry can answer. */
export function readQuestion(asked: AskedAudit): AuditQuestion | null {
  const { subjectId = null, officerId = null, agencyId = null, action = null, outcome = null } = asked;
  if ([subjectId, officerId, agencyId].some((id) => id !== null && !isUuid(id))) return null;
  if (action !== null && !isStorable(action)) return null;
  const from = asked.fromDay ? new Date(asked.fromDay + MIDNIGHT) : null;
  const until = asked.toDay ? new Date(new Date(asked.toDay + MIDNIGHT).getTime() + DAY_MS) : null;
  return { subjectId, officerId, agencyId, action, outcome, from, until };
}

/**
 * The agencies whose entries are looked for; null for those of all. An agency outside of the reach is asked for in vain,
 * just as one that nothing concerns.
 *
 * @param managed the agencies within the reach, where it is not the country
 */
export function concernedBy(
  reach: AuditReach,
  managed: readonly string[],
  agencyId: string | null,
): readonly string[] | null {
  if (reach.kind === 'COUNTRY') return agencyId === null ? null : [agencyId];
  return agencyId === null ? managed : managed.filter((id) => id === agencyId.toLowerCase());
}
