import type { DataSource, EntityManager } from 'typeorm';
import type { Audience, NotificationKind } from './notification-texts.js';

/** A notification before it is written. */
export interface NewNotification {
  readonly id: string;
  readonly recipient: Buffer;
  readonly audience: Audience;
  readonly kind: NotificationKind;
  readonly sealedReport: string;
  readonly at: Date;
}

/** A notification as it is read. */
export interface NotificationRow {
  readonly id: string;
  readonly seq: string;
  readonly audience: Audience;
  readonly kind: NotificationKind;
  readonly sealed_report: string;
  readonly at: Date;
  readonly read_at: Date | null;
}

const APPEND = /* sql */ `
  insert into notification (id, recipient, audience, kind, sealed_report, at)
  select * from unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
  on conflict (id) do nothing
`;

/* One person has two names here, as reporter and as officer; each is read in the order of its own index. */
const listOf = (condition: string): string => /* sql */ `
  select found.*
    from unnest($1::bytea[]) as me (recipient),
         lateral (select id, seq, audience, kind, sealed_report, at, read_at
                    from notification
                   where notification.recipient = me.recipient and ($2::bigint is null or seq < $2) ${condition}
                   order by seq desc
                   limit $3) as found
   order by found.seq desc
   limit $3
`;
const LIST = listOf('');
const LIST_UNREAD = listOf('and read_at is null');

const MARK_READ = /* sql */ `
  update notification set read_at = $2
   where recipient = any($1::bytea[]) and read_at is null and ($3::uuid[] is null or id = any($3))
  returning id
`;

/** Writes notifications; one that exists stays as it is. */
export async function appendNotifications(
  tx: EntityManager,
  rows: readonly NewNotification[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(APPEND, [
    rows.map((row) => row.id),
    rows.map((row) => row.recipient),
    rows.map((row) => row.audience),
    rows.map((row) => row.kind),
    rows.map((row) => row.sealedReport),
    rows.map((row) => row.at),
  ]);
}

/** Up to `limit` notifications of a person, newest first, after a place. */
export function findNotifications(
  database: DataSource,
  recipients: readonly Buffer[],
  {
    after,
    limit,
    unreadOnly,
  }: { readonly after: string | null; readonly limit: number; readonly unreadOnly: boolean },
): Promise<readonly NotificationRow[]> {
  return database.query<NotificationRow[]>(unreadOnly ? LIST_UNREAD : LIST, [recipients, after, limit]);
}

/** Marks some of a person's notifications as read, or all; says how many were not read before. */
export async function markRead(
  database: EntityManager,
  recipients: readonly Buffer[],
  ids: readonly string[] | null,
  now: Date,
): Promise<number> {
  const [, count] = await database.query<[unknown, number]>(MARK_READ, [recipients, now, ids]);
  return count;
}
