import type { Appointment } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Recalculation } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';

/** One run of the whole thing, and how far it has come. */
export interface RecalculationRow {
  readonly id: string;
  readonly reason: string;
  readonly byAgencyId: string;
  readonly byOfficerId: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly lastReportId: string | null;
  readonly reportsSeen: number;
  readonly refused: number;
  readonly moved: number;
}

const SELECT = /* sql */ `
  select id, reason, by_agency_id as "byAgencyId", by_officer_id as "byOfficerId", requested_at as "requestedAt",
         finished_at as "finishedAt", last_report_id as "lastReportId", reports_seen as "reportsSeen", refused,
         (select count(*)::int from moved_limit where recalculation_id = recalculation.id) as moved
    from recalculation
`;

/* While one is under way no other begins: constraint `recalculation_one_at_a_time`. */
const BEGIN = /* sql */ `
  insert into recalculation (id, reason, by_agency_id, by_officer_id, requested_at)
  values (gen_random_uuid(), $1, $2, $3, $4)
  on conflict ((true)) where finished_at is null do nothing
`;

/* Index `clock_runs_once_per_kind`: running clocks alone, in the order of their reports. */
const NEXT_REPORTS = /* sql */ `
  select distinct report_id as id from clock
   where ended_at is null and due_at >= $1 and breached_at is null and working_days is not null
     and ($2::uuid is null or report_id > $2)
   order by report_id
   limit $3
`;

/* Whoever else did the same batch has moved on already; then it is not counted twice. */
const GO_ON = /* sql */ `
  update recalculation
     set last_report_id = coalesce($3, last_report_id), reports_seen = reports_seen + $4, refused = refused + $5,
         finished_at = $6
   where id = $1 and last_report_id is not distinct from $2 and finished_at is null
`;

const NOTE_MOVES = /* sql */ `
  insert into moved_limit (report_id, version, clock, clock_seq, old_due_at, new_due_at, recalculation_id)
  select $1, $2, kind, seq, old_due_at, new_due_at, $3
    from unnest($4::text[], $5::int[], $6::timestamptz[], $7::timestamptz[]) as moved (kind, seq, old_due_at, new_due_at)
`;

const MOVE = /* sql */ `
  update clock set due_at = moved.due_at, calendar_edition = $2
    from unnest($3::text[], $4::int[], $5::timestamptz[]) as moved (kind, seq, due_at)
   where clock.report_id = $1 and clock.kind = moved.kind and clock.seq = moved.seq
`;

/** Begins one, unless one is under way; gives back the one that is then. */
export async function beginRecalculation(
  tx: EntityManager,
  reason: string,
  by: Appointment,
  now: Date,
): Promise<RecalculationRow> {
  await tx.query(BEGIN, [reason, by.agencyId, by.officerId, now]);
  const row = await findUnfinished(tx);
  if (!row) throw new Error('A recalculation that was just begun is gone.');
  return row;
}

/** The one that is under way; null when there is none. */
export async function findUnfinished(tx: EntityManager): Promise<RecalculationRow | null> {
  const [row] = await tx.query<RecalculationRow[]>(`${SELECT} where finished_at is null`);
  return row ?? null;
}

export function loadNewestRecalculations(
  tx: EntityManager,
  limit: number,
): Promise<readonly RecalculationRow[]> {
  return tx.query<RecalculationRow[]>(`${SELECT} order by requested_at desc, id limit $1`, [limit]);
}

/** The next reports with a running deadline that has not passed, after the last one that was seen. */
export async function findNextReports(
  tx: EntityManager,
  now: Date,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }[]>(NEXT_REPORTS, [now, after, limit]);
  return rows.map(({ id }) => id);
}

/** Notes how far it has come, once for each batch. */
export async function goOn(
  tx: EntityManager,
  { id, lastReportId }: RecalculationRow,
  batch: {
    readonly last: string | null;
    readonly seen: number;
    readonly refused: number;
    readonly finishedAt: Date | null;
  },
): Promise<void> {
  await tx.query(GO_ON, [id, lastReportId, batch.last, batch.seen, batch.refused, batch.finishedAt]);
}

/** Writes old and new due instants down, and the new ones into the runs. */
export async function appendMovedLimits(
  tx: EntityManager,
  report: ReportEntity,
  { id, edition, moves }: Recalculation,
): Promise<void> {
  const [kinds, seqs] = [moves.map((move) => move.kind), moves.map((move) => move.seq)];
  const due = moves.map((move) => move.to);
  await tx.query(NOTE_MOVES, [
    report.id,
    report.version,
    id,
    kinds,
    seqs,
    moves.map((move) => move.from),
    due,
  ]);
  await tx.query(MOVE, [report.id, edition, kinds, seqs, due]);
}
