import { randomUUID } from 'node:crypto';
import { appendToOutbox, type NewEvent } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { AUDIT_EVENT, type AuditedDeed, type AuditEntry } from './audit-entry.js';
import { writeDown } from './write-down.rules.js';

/** The event that carries an entry, for a writer that knows its id or writes its outbox itself. */
export function auditEvent(
  deed: AuditedDeed,
  now: Date,
  id: string = randomUUID(),
): NewEvent<AuditEntry> & { readonly id: string } {
  const entry = writeDown(deed, now);
  // An entry is told once and has no later version.
  return { id, type: AUDIT_EVENT, aggregateId: id, version: 1, at: new Date(entry.at), payload: entry };
}

/** Writes deeds down in the transaction in which they are done: no entry, no deed, and no answer. */
export async function recordAudit(
  tx: EntityManager,
  now: Date,
  ...deeds: readonly AuditedDeed[]
): Promise<void> {
  await appendToOutbox(tx, ...deeds.map((deed) => auditEvent(deed, now)));
}
