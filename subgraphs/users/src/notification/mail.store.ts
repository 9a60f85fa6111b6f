import type { EntityManager } from 'typeorm';
import type { Audience, NotificationKind } from './notification-texts.js';

/** An e-mail before it is written down. */
export interface NewMail {
  readonly id: string;
  readonly sealedAccountId: string;
  readonly audience: Audience;
  readonly kind: NotificationKind;
  readonly sealedReport: string;
  readonly dueAt: Date;
}

/** An e-mail that is due. */
export interface DueMail {
  readonly id: string;
  readonly sealed_account_id: string;
  readonly audience: Audience;
  readonly kind: NotificationKind;
  readonly sealed_report: string;
  readonly attempts: number;
}

const APPEND = /* sql */ `
  insert into mail (id, sealed_account_id, audience, kind, sealed_report, due_at)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
  on conflict (id) do nothing
`;

/* The claim is the new due instant: whoever else looks meanwhile passes the e-mail over, and a lost process lets go of it. */
const CLAIM = /* sql */ `
  update mail set due_at = $2, attempts = attempts + 1
   where id = (select id from mail where due_at <= $1 order by due_at, id limit 1 for update skip locked)
  returning id, sealed_account_id, audience, kind, sealed_report, attempts
`;

/** Writes down e-mails that are to be sent. */
export async function appendMails(tx: EntityManager, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return;
  await tx.query(APPEND, [
    mails.map((mail) => mail.id),
    mails.map((mail) => mail.sealedAccountId),
    mails.map((mail) => mail.audience),
    mails.map((mail) => mail.kind),
    mails.map((mail) => mail.sealedReport),
    mails.map((mail) => mail.dueAt),
  ]);
}

/** Takes the next e-mail that is due; it is due again at `again` unless it is removed before. */
export async function claimMail(tx: EntityManager, now: Date, again: Date): Promise<DueMail | null> {
  const [rows] = await tx.query<[readonly DueMail[], number]>(CLAIM, [now, again]);
  return rows[0] ?? null;
}

/** Puts an e-mail off that the server did not take. */
export async function postponeMail(tx: EntityManager, id: string, dueAt: Date): Promise<void> {
  await tx.query('update mail set due_at = $2 where id = $1', [id, dueAt]);
}

/** Forgets an e-mail: it was sent, or given up. */
export async function removeMail(tx: EntityManager, id: string): Promise<void> {
  await tx.query('delete from mail where id = $1', [id]);
}
