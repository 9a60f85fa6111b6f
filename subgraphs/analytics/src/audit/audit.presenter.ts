import type { AuditActor, AuditEntry } from '@satu-pintu/audit';
import type { AuditedActor, AuditedSubject, AuditTrailEntry } from './audit.type.js';
import type { AuditRow } from './audit-trail.query.js';

/** Only rows within reach are loaded. Which agencies an entry concerns is not told: it may say who holds what is hidden. */
export function presentAudit({ event_id, entry }: AuditRow): AuditTrailEntry {
  return {
    id: event_id,
    at: new Date(entry.at),
    isDayOnly: entry.isDayOnly,
    action: entry.action,
    outcome: entry.outcome,
    refusal: entry.code,
    missing: entry.atDoor?.missing ?? null,
    times: entry.atDoor?.times ?? 1,
    actor: presentActor(entry.actor),
    subject: entry.subject && presentSubject(entry.subject),
  };
}

function presentActor(actor: AuditActor): AuditedActor {
  const isOfficer = actor.kind === 'OFFICER';
  return {
    kind: actor.kind,
    role: isOfficer ? actor.role : null,
    officer: isOfficer ? { id: actor.officerId } : null,
    agency: isOfficer ? { id: actor.agencyId } : null,
    accountOfTheDay: actor.kind === 'ACCOUNT' ? actor.hash : null,
  };
}

function presentSubject({ kind, id }: NonNullable<AuditEntry['subject']>): AuditedSubject {
  return {
    kind,
    id,
    report: kind === 'REPORT' ? { id } : null,
    agency: kind === 'AGENCY' ? { id } : null,
    officer: kind === 'OFFICER' ? { id } : null,
  };
}
