import { type AuditEntry, type Head, type Link, linkTo, ORIGIN } from '@satu-pintu/audit';
import type { DataSource, EntityManager } from 'typeorm';

const READ_HEAD = 'select position, hash from audit_entry order by position desc limit 1';

const APPEND = /* sql */ `
  with chained as (
    insert into audit_entry (position, event_id, entry, hash, at, action, outcome, subject_id, officer_id, is_private)
    select position, event_id, entry, hash, (entry ->> 'at')::timestamptz, entry ->> 'action', entry ->> 'outcome',
           (entry -> 'subject' ->> 'id')::uuid, (entry -> 'actor' ->> 'officerId')::uuid,
           (entry ->> 'isPrivate')::boolean
      from unnest($1::bigint[], $2::uuid[], $3::jsonb[], $4::bytea[]) as link (position, event_id, entry, hash)
    returning event_id, at, entry
  )
  insert into audit_concern (agency_id, at, event_id)
  select distinct agency_id::uuid, at, event_id
    from chained cross join lateral jsonb_array_elements_text(entry -> 'agencyIds') as concerned (agency_id)
`;

/** An event that brought an entry. */
export interface Recorded {
  readonly eventId: string;
  readonly entry: AuditEntry;
}

/** The end of the chain. */
export async function readHead(database: DataSource | EntityManager): Promise<Head> {
  const [last] = await database.query<{ position: string; hash: Buffer }[]>(READ_HEAD);
  return last ? { position: Number(last.position), hash: last.hash } : ORIGIN;
}

/** Chains entries in the order given. Only one transaction may do so at a time; a key on positions holds the others off. */
export async function appendToChain(tx: EntityManager, recorded: readonly Recorded[]): Promise<void> {
  let head = await readHead(tx);
  const links = recorded.map(({ eventId, entry }): Link => {
    const link = linkTo(head, { eventId, entry });
    head = link;
    return link;
  });
  await tx.query(APPEND, [
    links.map(({ position }) => position),
    links.map(({ eventId }) => eventId),
    links.map(({ entry }) => JSON.stringify(entry)),
    links.map(({ hash }) => hash),
  ]);
}
