import { isUuid } from '@satu-pintu/domain-kit';
import type { AuditActor, AuditedDeed, AuditEntry } from './audit-entry.js';

/** Jakarta has had this offset from UTC, without summer time, since 1964. */
const JAKARTA_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The entry of a deed, as it is kept. An id that cannot exist names nothing, and one in capitals what it names otherwise. */
export function writeDown(deed: AuditedDeed, now: Date): AuditEntry {
  const isDayOnly = isNobodyInParticular(deed.actor);
  return {
    action: deed.action,
    outcome: deed.outcome,
    code: deed.code,
    actor: deed.actor,
    subject:
      deed.subject && isUuid(deed.subject.id) ? { ...deed.subject, id: deed.subject.id.toLowerCase() } : null,
    agencyIds: [...new Set(deed.agencyIds.filter(isUuid).map((id) => id.toLowerCase()))].sort(),
    isPrivate: deed.isPrivate ?? false,
    at: (isDayOnly ? dayOf(now) : now).toISOString(),
    isDayOnly,
    ...(deed.atDoor && { atDoor: deed.atDoor }),
  };
}

/** A refusal is a denial unless nobody could have accepted what was sent. */
export function isDenial(refusal: { readonly kind: string }): boolean {
  return refusal.kind !== 'InvalidInput';
}

function isNobodyInParticular({ kind }: AuditActor): boolean {
  return kind === 'REPORTER' || kind === 'SOMEBODY';
}

function dayOf(instant: Date): Date {
  return new Date(Math.floor((instant.getTime() + JAKARTA_MS) / DAY_MS) * DAY_MS - JAKARTA_MS);
}
