import type { EntityManager } from 'typeorm';
import type { Audience, NotificationKind } from './notification-texts.js';
import type { OwnerLetterKind } from './owner-letter-texts.js';

/** As whom an account is written to. */
export type MailAudience = Audience | 'OWNER';

/** What an e-mail is about. */
export type MailKind = NotificationKind | OwnerLetterKind;

/** News of a report, or a letter to the owner of an account about the account. */
type MailContent =
  | { readonly audience: Audience; readonly kind: NotificationKind; readonly sealedReport: string }
  | { readonly audience: 'OWNER'; readonly kind: OwnerLetterKind; readonly sealedReport: null };

/** An e-mail before it is written down. */
export type NewMail = MailContent & {
  readonly id: string;
  readonly sealedAccountId: string;
  readonly sealedCode: string | null;
  readonly dueAt: Date;
};

/** An e-mail that is due. */
export type DueMail = MailContent & {
  readonly id: string;
  readonly sealedAccountId: string;
  readonly sealedCode: string | null;
  readonly attempts: number;
};

const APPEND = /* sql */ `
  insert into mail (id, sealed_account_id, audience, kind, sealed_report, sealed_code, due_at)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
  on conflict (id) do nothing
`;

/* The claim is the new due instant: whoever else looks meanwhile passes the e-mail over, and a lost process lets go of it. */
const CLAIM = /* sql */ `
  update mail set due_at = $2, attempts = attempts + 1
   where id = (select id from mail where due_at <= $1 order by due_at, id limit 1 for update skip locked)
  returning id, sealed_account_id as "sealedAccountId", audience, kind, sealed_report as "sealedReport",
            sealed_code as "sealedCode", attempts
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
    mails.map((mail) => mail.sealedCode),
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
