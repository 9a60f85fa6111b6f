import {
  AUDIT_EVENT,
  type AuditEntry,
  type Break,
  ChainCheck,
  type Chainable,
  type Head,
  type Link,
  ORIGIN,
  type OtherEvent,
  type StoredLink,
} from '@satu-pintu/audit';
import type { DataSource, EntityManager } from 'typeorm';
import { AUDIT_CONSUMER } from './audit.consumer.js';

/** What verifying came to. */
export interface Verification {
  /** Where the chain is broken first; null when it is whole. */
  readonly broken: Break | null;
  /** The last entry that is right. */
  readonly head: Head;
  /** Entries in the event log that have yet to be chained. */
  readonly waiting: number;
}

const BATCH = 2_000;

const READ_LINKS = /* sql */ `
  select position, event_id, entry, hash, at, action, outcome, subject_id, officer_id, is_private,
         array(select agency_id::text from audit_concern
                where audit_concern.event_id = audit_entry.event_id and audit_concern.at = audit_entry.at
                order by 1) as concerned,
         (select count(*)::int from audit_concern where audit_concern.event_id = audit_entry.event_id) as concerns
    from audit_entry where position > $1 order by position limit ${String(BATCH)}
`;

/* What the consumer has passed by must be in the chain. */
const READ_LOGGED = /* sql */ `
  select event.tx, event.seq, event.id, event.payload
    from event_log.event, consumer_cursor as passed
   where passed.consumer = $3 and event.type = $4
     and (event.tx, event.seq) > ($1::xid8, $2::bigint) and (event.tx, event.seq) <= (passed.tx, passed.seq)
   order by event.tx, event.seq limit ${String(BATCH)}
`;

const COUNT_WAITING = /* sql */ `
  select count(*)::int as count from event_log.event, consumer_cursor as passed
   where passed.consumer = $1 and event.type = $2 and (event.tx, event.seq) > (passed.tx, passed.seq)
`;

const COMPARE = /* sql */ `
  select exists (select from event_log.event where id = $1 and type = $3) as "isLinkLogged",
         exists (select from audit_entry where event_id = $2) as "isLoggedLinked"
`;

const HASH_AT = 'select hash from audit_entry where position = $1';

/**
 * Computes the chain anew and compares it, entry by entry, with the event log that it was made from. It looks at one
 * moment, changes nothing, and takes as much memory as a batch.
 */
export function verifyChain(database: DataSource): Promise<Verification> {
  return database.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    const check = new ChainCheck();
    const links = linksIn(tx);
    const events = loggedIn(tx);
    const compare = (link: Link, logged: Chainable): Promise<OtherEvent> => comparedIn(tx, link, logged);
    for (;;) {
      const [link, logged] = [await links.next(), await events.next()];
      if (link.done && logged.done) break;
      const broken = await check.follow(link.value ?? null, logged.value ?? null, compare);
      if (broken) return { broken, head: check.head, waiting: 0 };
    }
    const [waiting] = await tx.query<{ count: number }[]>(COUNT_WAITING, [AUDIT_CONSUMER, AUDIT_EVENT]);
    return { broken: null, head: check.head, waiting: waiting?.count ?? 0 };
  });
}

/** Whether the chain still has, at its place, a head that was noted down before. */
export async function holdsHead(database: DataSource, { position, hash }: Head): Promise<boolean> {
  if (position === ORIGIN.position) return hash.equals(ORIGIN.hash);
  const [row] = await database.query<{ hash: Buffer }[]>(HASH_AT, [position]);
  return row?.hash.equals(hash) ?? false;
}

interface LinkRow {
  readonly position: string;
  readonly event_id: string;
  readonly entry: AuditEntry;
  readonly hash: Buffer;
  readonly at: Date;
  readonly action: string;
  readonly outcome: string;
  readonly subject_id: string | null;
  readonly officer_id: string | null;
  readonly is_private: boolean;
  readonly concerned: readonly string[];
  readonly concerns: number;
}

async function* linksIn(tx: EntityManager): AsyncGenerator<StoredLink, undefined> {
  for (let last = '0'; ;) {
    const rows = await tx.query<LinkRow[]>(READ_LINKS, [last]);
    for (const row of rows) {
      last = row.position;
      yield toLink(row);
    }
    if (rows.length < BATCH) return undefined;
  }
}

function toLink(row: LinkRow): StoredLink {
  const { event_id: eventId, entry, hash } = row;
  return { position: Number(row.position), eventId, entry, hash, isListedRightly: isListedRightly(row) };
}

/** Nothing is taken for granted of an entry that somebody may have changed. */
function isListedRightly({ entry, ...row }: LinkRow): boolean {
  const { actor, subject, agencyIds } = entry as Partial<AuditEntry>;
  const officerId = actor?.kind === 'OFFICER' ? actor.officerId : null;
  return (
    entry.at === row.at.toISOString() &&
    entry.action === row.action &&
    entry.outcome === row.outcome &&
    entry.isPrivate === row.is_private &&
    inSmallLetters([subject?.id]) === inSmallLetters([row.subject_id]) &&
    officerId === row.officer_id &&
    row.concerns === row.concerned.length &&
    inSmallLetters(agencyIds) === inSmallLetters(row.concerned)
  );
}

/** Ids as PostgreSQL gives them back, each once: an entry may hold them as their sender wrote them. */
function inSmallLetters(ids: unknown): string {
  const all: readonly unknown[] = Array.isArray(ids) ? ids : [];
  return JSON.stringify(
    [...new Set(all.map((id) => (typeof id === 'string' ? id.toLowerCase() : null)))].sort(),
  );
}

interface LoggedRow {
  readonly tx: string;
  readonly seq: string;
  readonly id: string;
  readonly payload: unknown;
}

async function* loggedIn(tx: EntityManager): AsyncGenerator<Chainable, undefined> {
  for (let last = { tx: '0', seq: '0' }; ;) {
    const rows = await tx.query<LoggedRow[]>(READ_LOGGED, [last.tx, last.seq, AUDIT_CONSUMER, AUDIT_EVENT]);
    for (const row of rows) {
      last = row;
      yield { eventId: row.id, entry: row.payload };
    }
    if (rows.length < BATCH) return undefined;
  }
}

async function comparedIn(tx: EntityManager, link: Link, logged: Chainable): Promise<OtherEvent> {
  const [found] = await tx.query<OtherEvent[]>(COMPARE, [link.eventId, logged.eventId, AUDIT_EVENT]);
  return found ?? { isLinkLogged: false, isLoggedLinked: false };
}
