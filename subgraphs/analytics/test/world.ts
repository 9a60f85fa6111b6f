import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import {
  type AgencyPlace,
  type Appointment,
  type OfficerRole,
  pathLabel,
  placeUnder,
  publicViewer,
  type Tie,
  type Viewer,
} from '@satu-pintu/domain-kit';
import { type AgencySnapshot, migrateEventLog, type ReportFacts } from '@satu-pintu/events';
import { createLogger } from '@satu-pintu/service-kit';
import {
  type Caller,
  createTestDatabase,
  gatewayCaller,
  MovableClock,
  type TestDatabase,
} from '@satu-pintu/test-kit';
import pg from 'pg';
import { type Analytics, composeAnalytics, migrateAnalytics } from '../src/index.js';

export const VIEWER_KEY = Buffer.alloc(32, 7).toString('base64url');
const CURSOR_KEY = Buffer.alloc(32, 8).toString('base64url');
const START = '2026-08-03T02:00:00.000Z';
const PUBLIC_REFRESH_SECONDS = 900;

/** An event that a producer would have relayed into the log. */
export interface LoggedEvent {
  readonly id?: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly payload: object;
}

/** The running subgraph on a fresh database, with hands for the other subgraphs' events. */
export interface World {
  readonly database: TestDatabase;
  readonly clock: MovableClock;
  readonly analytics: Analytics;
  readonly ask: Caller;
  /** As the app role of analytics, to look at rows. */
  readonly rows: pg.Pool;
  /** As the owner of the analytics schema. */
  readonly owner: pg.Pool;
  /** As whoever runs the server; to be ended by the caller. */
  superuser(): Promise<pg.Client>;
  /** The SQL statements that asked for counts during the work. */
  statementsDuring(work: () => Promise<void>): Promise<readonly string[]>;
  tell(producer: 'agencies' | 'reports' | 'users', ...events: readonly LoggedEvent[]): Promise<void>;
  /** Until both consumers have read all that was told. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export function freshDatabase(): Promise<TestDatabase> {
  return createTestDatabase({
    name: 'analytics',
    schemas: ['event_log', 'reports', 'agencies', 'users', 'analytics'],
    async migrate(database) {
      await migrateEventLog(database.ownerUrl('event_log'));
      await migrateAnalytics(database.ownerUrl('analytics'));
    },
  });
}

export async function startWorld(): Promise<World> {
  const database = await freshDatabase();
  const clock = new MovableClock(START);
  const url = database.appUrl('analytics');
  const analytics = await composeAnalytics({
    PORT: 0,
    DATABASE_URL: url,
    EVENT_LOG_URL: url,
    VIEWER_KEY,
    CURSOR_KEY,
    PUBLIC_REFRESH_SECONDS,
    clock,
    logger: createLogger('analytics', 'silent'),
  });
  const pools = {
    agencies: new pg.Pool({ connectionString: database.appUrl('agencies'), max: 1 }),
    reports: new pg.Pool({ connectionString: database.appUrl('reports'), max: 1 }),
    users: new pg.Pool({ connectionString: database.appUrl('users'), max: 1 }),
  };
  const rows = new pg.Pool({ connectionString: url, max: 2, options: '-c search_path=analytics,public' });
  const owner = new pg.Pool({ connectionString: database.ownerUrl('analytics'), max: 1 });
  // A pool that has ended may still be closing connections when the database is dropped under it.
  for (const pool of [rows, owner, ...Object.values(pools)]) pool.on('error', () => undefined);
  return {
    database,
    clock,
    analytics,
    rows,
    owner,
    async superuser() {
      const client = new pg.Client({ connectionString: database.adminUrl() });
      await client.connect();
      return client;
    },
    statementsDuring,
    ask: gatewayCaller('analytics', analytics.port, VIEWER_KEY, () => clock.now()),
    tell: (producer, ...events) => tell(pools[producer], producer, events, clock),
    settle: () => settle(rows),
    async close() {
      await analytics.close();
      await Promise.all([rows.end(), owner.end(), ...Object.values(pools).map((pool) => pool.end())]);
      await database.drop();
    },
  };
}

async function tell(
  pool: pg.Pool,
  producer: string,
  events: readonly LoggedEvent[],
  clock: MovableClock,
): Promise<void> {
  await pool.query(
    `insert into event_log.event (producer, id, type, aggregate_id, version, at, payload)
     select $1, e.id, e.type, e.aggregate_id, e.version, $2, e.payload
       from jsonb_to_recordset($3) as e (id uuid, type text, aggregate_id uuid, version int, payload jsonb)`,
    [
      producer,
      clock.now(),
      JSON.stringify(
        events.map((event) => ({
          id: event.id ?? randomUUID(),
          type: event.type,
          aggregate_id: event.aggregateId,
          version: event.version,
          payload: event.payload,
        })),
      ),
    ],
  );
}

async function settle(rows: pg.Pool): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { rows: behind } = await rows.query(
      `select consumer from consumer_cursor
        where (tx, seq) < (select tx, seq from event_log.event order by tx desc, seq desc limit 1)`,
    );
    if (behind.length === 0) return;
    if (Date.now() > deadline) throw new Error('The consumers did not catch up within 20 s.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** An agency of a test tree, with the event that tells of it. */
export interface TestAgency extends AgencyPlace {
  readonly id: string;
  readonly parentId: string | null;
}

export function anAgency(
  parent: TestAgency | null,
  tie: Tie = 'SUPERVISORY',
  id: string = randomUUID(),
): TestAgency {
  return { id, parentId: parent?.id ?? null, ...placeUnder(id, parent, tie) };
}

export function agencyTold(agency: TestAgency, version = 1): LoggedEvent {
  const payload: AgencySnapshot = {
    id: agency.id,
    code: pathLabel(agency.id),
    name: 'Dinas Pekerjaan Umum',
    kind: 'UNIT',
    parentId: agency.parentId,
    tie: 'SUPERVISORY',
    path: agency.path,
    housePath: agency.housePath,
    regionCode: null,
    timeZone: 'Asia/Jakarta',
    isActive: true,
  };
  return { type: 'agency.registered', aggregateId: agency.id, version, payload };
}

/** A dispatched, open, public complaint with no due date, unless told otherwise. */
export function aReport(holder: { readonly id: string }, facts: Partial<ReportFacts> = {}): ReportFacts {
  return {
    reportId: randomUUID(),
    trackingId: '1000001',
    state: 'DISPATCHED',
    requestedType: 'COMPLAINT',
    type: 'COMPLAINT_GENERAL',
    categoryId: null,
    regionCode: '32.73',
    holderAgencyId: holder.id,
    channel: 'WEB',
    isAnonymous: false,
    isSecret: false,
    submittedAt: START,
    dispatchedAt: START,
    firstFollowUpAt: null,
    firstFollowUpDueAt: null,
    respondedAt: null,
    resolutionDueAt: null,
    closedAt: null,
    closeReason: null,
    dispositions: 1,
    returns: 0,
    ...facts,
  };
}

export function reports(
  count: number,
  holder: { readonly id: string },
  facts: Partial<ReportFacts> = {},
): LoggedEvent[] {
  return Array.from({ length: count }, () => reportTold(aReport(holder, facts)));
}

export function reportTold(facts: ReportFacts, version = 1): LoggedEvent {
  return { type: 'report.dispatched', aggregateId: facts.reportId, version, payload: facts };
}

export function officerOf(agency: { readonly id: string }, role: OfficerRole): Viewer {
  const appointment: Appointment = { officerId: randomUUID(), agencyId: agency.id, role };
  return { ...publicViewer(), isSignedIn: true, tag: 'officer', appointments: [appointment] };
}

/** Statements of the counts alone; the workers that look for news run beside them. */
async function statementsDuring(work: () => Promise<void>): Promise<readonly string[]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls
      .map(([text]: readonly unknown[]) => text)
      .filter((text) => typeof text === 'string')
      .filter((text) => /from agency|as recent/.test(text));
  } finally {
    query.mockRestore();
  }
}
