import type { OfficeTimeZone } from '@satu-pintu/calendar';
import type { EntityManager } from 'typeorm';
import type { Clock } from './clock.rules.js';
import type { ClockKind } from './rule-set.js';

/** A clock as its row. */
export interface ClockRow {
  readonly report_id: string;
  readonly kind: ClockKind;
  readonly seq: number;
  readonly started_at: Date;
  readonly working_days: number | null;
  readonly calendar_days: number | null;
  readonly time_zone: OfficeTimeZone;
  readonly due_at: Date | null;
  readonly ended_at: Date | null;
  readonly breached_at: Date | null;
  readonly notices_sent: number;
  readonly next_notice_at: Date | null;
  /** Last amendment in the calendar by which the due instant was counted; 0 for none. */
  readonly calendar_edition: number;
}

const LOAD = /* sql */ `
  select report_id, kind, seq, started_at, working_days, calendar_days, time_zone, due_at, ended_at, breached_at,
         notices_sent, next_notice_at, calendar_edition
    from clock
   where report_id = any($1::uuid[])
   order by report_id, kind, seq
`;

/* Ended runs come first in the array, so that a kind is free again before its next run is written. */
const SAVE = /* sql */ `
  insert into clock (report_id, kind, seq, started_at, working_days, calendar_days, time_zone, due_at, ended_at,
                     breached_at, notices_sent, next_notice_at, calendar_edition)
  select $1, clock.*
    from unnest($2::text[], $3::int[], $4::timestamptz[], $5::int[], $6::int[], $7::text[],
                           $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::int[], $12::timestamptz[],
                           $13::int[]) as clock
  on conflict (report_id, kind, seq) do update
     set ended_at = excluded.ended_at, breached_at = excluded.breached_at,
         notices_sent = excluded.notices_sent, next_notice_at = excluded.next_notice_at
`;

/** All runs of all clocks of some reports, oldest first within a kind. */
export async function loadClocks(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly ClockRow[]> {
  return tx.query<ClockRow[]>(LOAD, [reportIds]);
}

/** Writes what changed; runs that stay as they are cost nothing. */
export async function saveClocks(
  tx: EntityManager,
  reportId: string,
  before: readonly Clock[],
  after: readonly Clock[],
): Promise<void> {
  const changed = after.filter((clock) => !before.includes(clock));
  if (changed.length === 0) return;
  const rows = changed.toSorted(
    (one, other) => Number(one.endedAt === null) - Number(other.endedAt === null),
  );
  await tx.query(SAVE, [
    reportId,
    rows.map((clock) => clock.kind),
    rows.map((clock) => clock.seq),
    rows.map((clock) => clock.startedAt),
    rows.map((clock) => clock.workingDays),
    rows.map((clock) => clock.calendarDays),
    rows.map((clock) => clock.timeZone),
    rows.map((clock) => clock.dueAt),
    rows.map((clock) => clock.endedAt),
    rows.map((clock) => clock.breachedAt),
    rows.map((clock) => clock.noticesSent),
    rows.map((clock) => clock.nextNoticeAt),
    rows.map((clock) => clock.edition),
  ]);
}

/** Row to value. */
export function toClock(row: ClockRow): Clock {
  return {
    kind: row.kind,
    seq: row.seq,
    startedAt: row.started_at,
    workingDays: row.working_days,
    calendarDays: row.calendar_days,
    timeZone: row.time_zone,
    dueAt: row.due_at,
    endedAt: row.ended_at,
    breachedAt: row.breached_at,
    noticesSent: row.notices_sent,
    nextNoticeAt: row.next_notice_at,
    edition: row.calendar_edition,
  };
}
