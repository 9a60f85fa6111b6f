import type { CalendarAmendment } from '@satu-pintu/calendar';
import type { Appointment } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';

/** An amendment with who made it and when. */
export interface AmendmentRow extends CalendarAmendment {
  readonly byAgencyId: string;
  readonly at: Date;
}

/** Key of the lock; any number that nobody else in this database uses. */
const CALENDAR = 7_400_403;

const COLUMNS = /* sql */ `
  id::int as id, date::text as date, kind, name, legal_basis as "legalBasis", by_agency_id as "byAgencyId", at
`;
const AFTER = /* sql */ `select ${COLUMNS} from calendar_amendment where id > $1 order by id`;
const NEWEST = /* sql */ `select ${COLUMNS} from calendar_amendment order by id desc limit $1`;
const LAST_OF_DAY = /* sql */ `select ${COLUMNS} from calendar_amendment where date = $1 order by id desc limit 1`;
const APPEND = /* sql */ `
  insert into calendar_amendment (date, kind, name, legal_basis, by_agency_id, by_officer_id, at)
  values ($1, $2, $3, $4, $5, $6, $7)
  returning ${COLUMNS}
`;

/**
 * Number of the last amendment. Until the transaction ends nobody makes another; others that only count go on beside it.
 */
export async function keepEdition(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ edition: number }[]>('select keep_calendar_edition($1) as edition', [
    CALENDAR,
  ]);
  return row?.edition ?? 0;
}

/** Waits for whoever counts by the calendar, and keeps them waiting until the transaction ends. So numbers have no gap. */
export async function holdCalendar(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [CALENDAR]);
}

export function loadAmendmentsAfter(tx: EntityManager, id: number): Promise<readonly AmendmentRow[]> {
  return tx.query<AmendmentRow[]>(AFTER, [id]);
}

export function loadNewestAmendments(tx: EntityManager, limit: number): Promise<readonly AmendmentRow[]> {
  return tx.query<AmendmentRow[]>(NEWEST, [limit]);
}

/** The last word on a day; null while it stands as shipped. */
export async function findLastOfDay(tx: EntityManager, date: string): Promise<AmendmentRow | null> {
  const [row] = await tx.query<AmendmentRow[]>(LAST_OF_DAY, [date]);
  return row ?? null;
}

export async function appendAmendment(
  tx: EntityManager,
  { date, kind, name, legalBasis }: Omit<CalendarAmendment, 'id'>,
  by: Appointment,
  now: Date,
): Promise<AmendmentRow> {
  const [row] = await tx.query<AmendmentRow[]>(APPEND, [
    date,
    kind,
    name,
    legalBasis,
    by.agencyId,
    by.officerId,
    now,
  ]);
  if (!row) throw new Error(`The amendment of ${date} was not written.`);
  return row;
}
