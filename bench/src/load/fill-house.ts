import { setImmediate as breathe } from 'node:timers/promises';
import { createAnalyticsDatabase, recount } from '@satu-pintu/analytics';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import { ImaginedLives, LABEL } from '@satu-pintu/reports';
import { createDataSource } from '@satu-pintu/service-kit';
import pg from 'pg';
import { CopyText } from './copy-rows.js';
import { readCountry } from './country.js';
import { Imagination } from './imagine-reports.js';
import type { LoadOptions } from './load-options.js';
import { setAside } from './set-aside.js';
import { TABLES } from './table-rows.js';

/** What a load did. */
export interface LoadSummary {
  readonly reports: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Lives that ended early because a rule refused the next step, by step and refusal; their reports are whole. */
  readonly refused: Readonly<Record<string, number>>;
  /** Whether keys and indexes were made anew afterwards instead of being kept row by row. */
  readonly isRebuilt: boolean;
  readonly seconds: { readonly copying: number; readonly indexes: number; readonly counting: number };
}

/** Reports per COPY of each table. */
const BATCH = 1_000;
/** After so many the other end gets its turn. */
const BREATH = 50;
/** From here on it is quicker to build keys and indexes at once, unless far more reports are there already. */
const REBUILD_FROM = 20_000;

const WORDS = 'reports.report_words';
/** All tables that a load writes to, and the words that a trigger writes. */
export const FILLED = [...Object.keys(TABLES), WORDS];

const OTHERS = /* sql */ `
  select count(*)::int as count from pg_stat_activity
   where datname = current_database() and pid <> pg_backend_pid() and application_name like 'satu-pintu %'
`;

/**
 * Fills the house whose database the URL names, as a role that may change its tables, with generated reports: in one
 * transaction, so that after a break there is nothing of them. The counters of the statistics are recounted.
 */
export async function fillHouse(
  databaseUrl: string,
  options: LoadOptions,
  log: (line: string) => void,
): Promise<LoadSummary> {
  await refuseRunningHouse(databaseUrl);
  const client = await connect(databaseUrl);
  try {
    await refuseRealReports(client, options);
    const copied = await inOneTransaction(client, () => copyReports(client, databaseUrl, options, log));
    for (const table of FILLED) await client.query(`vacuum (analyze) ${table}`);
    const since = performance.now();
    await countAnew(databaseUrl, options.until);
    return { ...copied, seconds: { ...copied.seconds, counting: secondsSince(since) } };
  } finally {
    await client.end();
  }
}

/** Throws while processes of the house are at work in the database. */
export async function refuseRunningHouse(databaseUrl: string): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<{ count: number }>(OTHERS);
    if (rows[0]?.count !== 0)
      throw new Error('The house is running; stop it first: its tables will be locked.');
  } finally {
    await client.end();
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'load' });
  await client.connect();
  return client;
}

async function refuseRealReports(client: pg.Client, { evenAmongRealOnes }: LoadOptions): Promise<void> {
  const { rowCount } = await client.query(
    'select from reports.report where not starts_with(title, $1) limit 1',
    [LABEL],
  );
  if (rowCount !== 0 && !evenAmongRealOnes)
    throw new Error(
      `The house holds reports whose title does not begin with "${LABEL}". Fill it all the same: --yes`,
    );
}

async function inOneTransaction<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function copyReports(
  client: pg.Client,
  databaseUrl: string,
  options: LoadOptions,
  log: (line: string) => void,
): Promise<LoadSummary> {
  const since = performance.now();
  await client.query(`set local search_path = reports, public; set local maintenance_work_mem = '512MB'`);
  const { rows: known } = await client.query<{ id: string }>('select tracking_id as id from report');
  // Before tables are locked, because another connection reads what they refer to.
  const made = await prepare(databaseUrl, options, new Set(known.map(({ id }) => id)));
  const isRebuilt = options.reports >= Math.max(REBUILD_FROM, known.length / 4);
  const makeAgain = isRebuilt ? await setAside(client, FILLED) : [];
  const tally = new Tally(log, options.reports);
  await sendBatches(client, made, options, tally);
  if (!isRebuilt) await client.query('set constraints all immediate');
  const copying = secondsSince(since);
  log(
    `copied in ${copying.toFixed(0)} s; ${isRebuilt ? 'making keys and indexes' : 'keys and indexes were kept'}`,
  );
  for (const make of makeAgain) await client.query(make);
  const seconds = { copying, indexes: secondsSince(since) - copying, counting: 0 };
  return { reports: options.reports, ...tally.result, isRebuilt, seconds };
}

interface Made {
  readonly imagination: Imagination;
  readonly lives: ImaginedLives;
}

async function prepare(databaseUrl: string, options: LoadOptions, taken: ReadonlySet<string>): Promise<Made> {
  const database = createDataSource({ url: databaseUrl, schema: 'reports', entities: [], poolSize: 1 });
  await database.initialize();
  try {
    const country = await readCountry(database, options.until);
    const office = { ruleSets: country.ruleSets, calendar: loadNationalCalendar() };
    return {
      imagination: await Imagination.of(country, options, taken),
      lives: new ImaginedLives(office, country.byId, country.nationalDesk, options.until),
    };
  } finally {
    await database.destroy();
  }
}

/** While the database takes one batch in, the next one is lived. */
async function sendBatches(
  client: pg.Client,
  made: Made,
  { reports }: LoadOptions,
  tally: Tally,
): Promise<void> {
  let sending = Promise.resolve();
  for (let first = 0; first < reports; first += BATCH) {
    const batch = await liveBatch(made, first, Math.min(first + BATCH, reports), tally);
    await sending;
    sending = sendBatch(client, batch, tally);
    // Whoever awaits it hears of a failure; until then it is not unhandled.
    sending.catch(() => undefined);
  }
  await sending;
}

async function liveBatch(
  { imagination, lives }: Made,
  first: number,
  end: number,
  tally: Tally,
): Promise<readonly CopyText[]> {
  const texts = Object.entries(TABLES).map(([table, rowsOf]) => ({ text: new CopyText(table), rowsOf }));
  for (let number = first; number < end; number += 1) {
    if (number % BREATH === 0) await breathe();
    const lived = lives.live(imagination.imagine(number));
    tally.countLife(lived.refusal);
    for (const { text, rowsOf } of texts) for (const row of rowsOf(lived)) text.add(row);
  }
  return texts.map(({ text }) => text);
}

async function sendBatch(client: pg.Client, batch: readonly CopyText[], tally: Tally): Promise<void> {
  for (const text of batch) {
    await text.send(client);
    tally.countRows(text.table, text.rows);
  }
}

/** The statistics count their facts anew, as they do when they are in doubt, with what is late at the end of the lives. */
async function countAnew(databaseUrl: string, now: Date): Promise<void> {
  const database = await createAnalyticsDatabase(databaseUrl).initialize();
  try {
    await database.query('update counting set late_until = greatest(late_until, $1)', [now]);
    await recount(database);
  } finally {
    await database.destroy();
  }
}

class Tally {
  private readonly rows: Record<string, number> = {};
  private readonly refused: Record<string, number> = {};
  private lived = 0;
  private told = performance.now();

  constructor(
    private readonly log: (line: string) => void,
    private readonly reports: number,
  ) {}

  get result(): Pick<LoadSummary, 'rows' | 'refused'> {
    return { rows: this.rows, refused: this.refused };
  }

  countLife(refusal: string | null): void {
    this.lived += 1;
    if (refusal !== null) this.refused[refusal] = (this.refused[refusal] ?? 0) + 1;
    if (performance.now() - this.told < 10_000) return;
    this.told = performance.now();
    this.log(`${this.lived} of ${this.reports} reports`);
  }

  countRows(table: string, rows: number): void {
    this.rows[table] = (this.rows[table] ?? 0) + rows;
  }
}

function secondsSince(since: number): number {
  return (performance.now() - since) / 1_000;
}
