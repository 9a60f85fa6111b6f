import { randomUUID } from 'node:crypto';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import {
  columnOf,
  factsOf,
  ImaginedLives,
  insertSubmission,
  type LivedReport,
  REPORT_COLUMNS,
  THE_REPORTER,
} from '@satu-pintu/reports';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { readCountry } from '../load/country.js';
import { Imagination } from '../load/imagine-reports.js';
import { median } from '../measure/statistics.js';
import type { NationalHouse } from './national-house.js';

/** What one way to write a new report costs, and against the bare insert in the same rounds. */
export interface FilingResult {
  readonly what: string;
  /** Milliseconds for one report: the median of all. */
  readonly ms: number;
  /** How many reports it writes while the bare insert writes one, by the medians of each round. */
  readonly ratios: readonly number[];
}

/** The same three ways, each report in a transaction of its own, and in one that is rolled back. */
export interface FilingResults {
  readonly committed: readonly FilingResult[];
  readonly withoutCommit: readonly FilingResult[];
}

export const ROUNDS = 9;
export const PER_ROUND = 60;

type Way = (client: pg.ClientBase, filed: LivedReport) => Promise<unknown>;

const INSERT_REPORT = `insert into report (${REPORT_COLUMNS.map(columnOf).join(', ')})
  values (${REPORT_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})`;

const EVENT = REPORT_COLUMNS.length;
const INSERT_BOTH = /* sql */ `
  with report as (${INSERT_REPORT})
  insert into outbox (id, type, aggregate_id, version, at, payload)
  values ($${EVENT + 1}, 'report.submitted', $1, 1, $${EVENT + 2}, $${EVENT + 3})
`;

const WAYS: readonly (readonly [string, Way])[] = [
  ['The report alone', (client, { report }) => client.query(INSERT_REPORT, valuesOf(report))],
  [
    'The report with its event, one statement',
    (client, { report, clocks }) =>
      client.query(INSERT_BOTH, [
        ...valuesOf(report),
        ...[randomUUID(), report.submittedAt, JSON.stringify(factsOf(report, clocks))],
      ]),
  ],
  [
    'A whole submission, as the product writes it',
    (client, { report, clocks }) => insertSubmission(asManager(client), report, clocks, THE_REPORTER, null),
  ],
];

/** The key that a report without its chain of holders would break; the house does without it for as long as it takes. */
const CHAIN_KEY = 'report_holder_is_the_last_of_the_chain';
const FORGET = [
  'outbox where aggregate_id',
  ...['history_entry', 'clock', 'disposition'].map(of),
  of('report_words'),
  'report where id',
];

const FORGET_AUDIT = `delete from outbox where type = 'audit.recorded' and payload -> 'subject' ->> 'id' = any($1::text[])`;

/** Files reports in all three ways, in turns. */
export async function benchFiling(house: NationalHouse): Promise<FilingResults> {
  const { client } = house;
  const imagined = await imagine(house, ROUNDS * PER_ROUND * WAYS.length * 2);
  const { rows } = await client.query<{ definition: string }>(
    'select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1',
    [CHAIN_KEY],
  );
  await client.query(`alter table report drop constraint ${CHAIN_KEY}`);
  try {
    const next = imagined.values();
    const withoutCommit = await inTurns(client, next, true);
    return { withoutCommit, committed: await inTurns(client, next, false) };
  } finally {
    const ids = imagined.map(({ report }) => report.id);
    await client.query(FORGET_AUDIT, [ids]);
    for (const table of FORGET) await client.query(`delete from ${table} = any($1::uuid[])`, [ids]);
    await client.query(`alter table report add constraint ${CHAIN_KEY} ${rows[0]?.definition ?? ''}`);
  }
}

/** One report in each way, then the next: whatever else the machine does meets all of them. */
async function inTurns(
  client: pg.ClientBase,
  filed: Iterator<LivedReport>,
  isRolledBack: boolean,
): Promise<readonly FilingResult[]> {
  const times = WAYS.map((): number[][] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const rounds of times) rounds.push([]);
    for (let turn = 0; turn < PER_ROUND * WAYS.length; turn += 1) {
      // Whoever comes second may find something warm that the first had to fetch.
      const which = (turn + Math.floor(turn / WAYS.length)) % WAYS.length;
      const [, way] = WAYS[which] ?? [];
      const next = filed.next();
      if (way && !next.done) times[which]?.at(-1)?.push(await timeOne(client, way, next.value, isRolledBack));
    }
  }
  const medians = times.map((rounds) => rounds.map(median));
  return WAYS.map(([what], which) => ({
    what,
    ms: median((times[which] ?? []).flat()),
    ratios: (medians[which] ?? []).map((ms, round) => (medians[0]?.[round] ?? NaN) / ms),
  }));
}

/** Milliseconds of the statement alone; what ends its transaction is part of it only when it commits by itself. */
async function timeOne(
  client: pg.ClientBase,
  way: Way,
  filed: LivedReport,
  isRolledBack: boolean,
): Promise<number> {
  if (isRolledBack) await client.query('begin');
  const since = performance.now();
  await way(client, filed);
  const ms = performance.now() - since;
  if (isRolledBack) await client.query('rollback');
  return ms;
}

/** Reports of the last days, as they are when they have just come in. */
async function imagine(
  { reportsDatabase, now }: NationalHouse,
  count: number,
): Promise<readonly LivedReport[]> {
  const country = await readCountry(reportsDatabase, now);
  const from = new Date(now.getTime() - 86_400_000);
  const options = {
    reports: count,
    seed: `filing ${randomUUID()}`,
    from,
    until: now,
    evenAmongRealOnes: true,
  };
  const taken = await reportsDatabase.query<{ id: string }[]>('select tracking_id as id from report');
  const imagination = await Imagination.of(country, options, new Set(taken.map(({ id }) => id)));
  const office = { ruleSets: country.ruleSets, calendar: loadNationalCalendar() };
  const lives = new ImaginedLives(office, country.byId, country.nationalDesk, now);
  return Array.from({ length: count }, (_, number) => {
    const imagined = imagination.imagine(number);
    return lives.live({ ...imagined, steps: imagined.steps.slice(0, 1) });
  });
}

function valuesOf(report: LivedReport['report']): unknown[] {
  return REPORT_COLUMNS.map((property) => report[property]);
}

/** The product's function needs of its connection only that it can be asked. */
function asManager(client: pg.ClientBase): EntityManager {
  const query = async (sql: string, values: unknown[]): Promise<unknown> =>
    (await client.query(sql, values)).rows;
  return { query } as unknown as EntityManager;
}

function of(table: string): string {
  return `${table} where report_id`;
}
