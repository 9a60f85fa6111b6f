import { auditEvent } from '@satu-pintu/audit';
import { appendToOutbox, type NewEvent } from '@satu-pintu/events';
import { type DoorRefusal, inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { AccountAudit } from './account-audit.js';

const FIND_KNOWN = 'select id from outbox where id = any($1::uuid[])';

/** Writes down whom the gateway refused by their posts alone. What was told before is not written again. */
export class RecordDoorRefusalsCommand {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AccountAudit,
  ) {}

  execute(refusals: readonly DoorRefusal[]): Promise<void> {
    return inTransaction(this.database, async (tx) => {
      const rows = await tx.query<{ id: string }[]>(FIND_KNOWN, [refusals.map(({ id }) => id)]);
      const known = new Set(rows.map(({ id }) => id));
      const news = refusals.filter(({ id }) => !known.has(id));
      await appendToOutbox(tx, ...news.map((refusal) => this.eventOf(refusal)));
    });
  }

  /** What was asked for takes a post, so whoever has one asked in it; a reporter needs none, and is never meant. */
  private eventOf({ id, at, field, missing, times, accountId, post }: DoorRefusal): NewEvent {
    const actor = post ? ({ kind: 'OFFICER', ...post } as const) : this.audit.actorOf({ accountId });
    const deed = {
      action: field,
      outcome: 'REFUSED',
      code: 'Forbidden',
      actor,
      subject: null,
      agencyIds: post ? [post.agencyId] : [],
      atDoor: { missing, times },
    } as const;
    return auditEvent(deed, new Date(at), id);
  }
}
