import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAnalyticsDatabase, recount } from '../src/index.js';
import { advanceLateness } from '../src/projection/advance-lateness.command.js';
import { lockCounters } from '../src/projection/counters.js';
import { foldAgencies, type ToldAgency } from '../src/projection/fold-agencies.command.js';
import { foldReports, type ToldReport } from '../src/projection/fold-reports.command.js';
import type { AgencySnapshot } from '@satu-pintu/events';
import type { TestDatabase } from '@satu-pintu/test-kit';
import type { DataSource } from 'typeorm';
import { agencyTold, anAgency, aReport, freshDatabase, type TestAgency } from './world.js';

const START = Date.parse('2026-08-03T00:00:00Z');
const HOUR = 3_600_000;

let database: TestDatabase;
let analytics: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  analytics = await createAnalyticsDatabase(database.appUrl('analytics')).initialize();
});

afterAll(async () => {
  await analytics.destroy();
  await database.drop();
});

/** One batch of a history: agencies told, reports told, or an hour that passes. */
type Batch =
  | { readonly kind: 'agencies'; readonly told: readonly ToldAgency[] }
  | { readonly kind: 'reports'; readonly told: readonly ToldReport[] }
  | { readonly kind: 'time'; readonly hours: number };

const IDS = Array.from({ length: 6 }, (_, index) => `00000000-0000-4000-8000-00000000000${String(index)}`);
const REPORTS = Array.from(
  { length: 12 },
  (_, index) => `10000000-0000-4000-8000-0000000000${String(index + 10)}`,
);

/** A tree over the six agencies: each hangs under one of those before it. Version n of all is the n-th tree. */
const trees = fc.array(fc.tuple(...IDS.map((_, index) => fc.nat(Math.max(0, index - 1)))), {
  minLength: 1,
  maxLength: 3,
});

function snapshots(parents: readonly number[], version: number): readonly ToldAgency[] {
  const placed: TestAgency[] = [];
  IDS.forEach((id, index) => {
    placed.push(anAgency(index === 0 ? null : (placed[parents[index] ?? 0] ?? null), 'SUPERVISORY', id));
  });
  return placed.map((agency) => ({ version, agency: agencyTold(agency).payload as AgencySnapshot }));
}

const toldReports = fc.array(
  fc.record({
    report: fc.constantFrom(...REPORTS),
    version: fc.integer({ min: 1, max: 6 }),
    holder: fc.constantFrom(...IDS),
  }),
  { maxLength: 60 },
);

/** The facts follow from report and version alone: a version that comes twice says the same twice. */
function factsOf(report: string, version: number, holder: string): ToldReport {
  const seed = Number(report.slice(-2)) * 7 + version;
  const pick = <Value>(...values: readonly [Value, ...Value[]]): Value =>
    values[seed % values.length] ?? values[0];
  const due = new Date(START + (seed % 9) * HOUR).toISOString();
  return {
    version,
    facts: aReport(
      { id: holder },
      {
        reportId: report,
        state: pick('SUBMITTED', 'DISPATCHED', 'IN_PROGRESS', 'RESPONDED', 'CLOSED'),
        type: pick(null, 'COMPLAINT_GENERAL', 'ASPIRATION'),
        isSecret: seed % 4 === 0,
        firstFollowUpDueAt: seed % 3 === 0 ? null : due,
        resolutionDueAt: due,
      },
    ),
  };
}

const histories = fc
  .record({
    trees,
    told: toldReports,
    hours: fc.array(fc.nat(4), { maxLength: 4 }),
    size: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ trees: shapes, told, hours, size }) => {
    // The holder of a version is the first one drawn for it: a version is one fact, however often it is delivered.
    const holders = new Map<string, string>();
    const reports = told.map(({ report, version, holder }) => {
      const key = `${report} ${String(version)}`;
      holders.set(key, holders.get(key) ?? holder);
      return factsOf(report, version, holders.get(key) ?? holder);
    });
    const agencies = shapes.flatMap((parents, index) => snapshots(parents, index + 1));
    const batches: Batch[] = [
      ...chunk(agencies, size).map((part): Batch => ({ kind: 'agencies', told: part })),
      ...chunk([...reports, ...reports.slice(0, 10)], size).map((part): Batch => ({
        kind: 'reports',
        told: part,
      })),
      ...hours.map((passed): Batch => ({ kind: 'time', hours: passed })),
    ];
    return fc.shuffledSubarray(batches, { minLength: batches.length });
  });

function chunk<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

async function empty(): Promise<void> {
  await analytics.query('delete from agency');
  await analytics.query('delete from report_fact');
  await analytics.query('delete from report_count');
  await analytics.query("update counting set late_until = '1970-01-01'");
}

async function live(history: readonly Batch[]): Promise<void> {
  let now = START;
  for (const batch of history) {
    await analytics.transaction(async (tx) => {
      await lockCounters(tx);
      if (batch.kind === 'agencies') await foldAgencies(tx, batch.told);
      if (batch.kind === 'reports') await foldReports(tx, batch.told);
      if (batch.kind === 'time') {
        now += batch.hours * HOUR;
        await advanceLateness(tx, new Date(now));
      }
    });
  }
}

function counters(): Promise<unknown[]> {
  return analytics.query(
    `select * from report_count where own <> 0 or own_overdue <> 0 or total <> 0 or overdue <> 0
      order by agency_id, is_public, state, type`,
  );
}

describe('Counters', () => {
  it('equal a recount after any history, whatever came twice, late or in another order', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await empty();
        await live(history);
        const folded = await counters();
        await recount(analytics);
        expect(folded).toEqual(await counters());
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('end the same in whatever order the same events are delivered', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const end: Batch = { kind: 'time', hours: 24 };
        await empty();
        await live([...history, end]);
        const forward = await counters();
        await empty();
        await live([...[...history].reverse(), end]);
        expect(await counters()).toEqual(forward);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('count each report once for its holder and for every agency above it', async () => {
    await empty();
    const root = anAgency(null);
    const city = anAgency(root);
    const office = anAgency(city, 'ADMINISTRATIVE');
    const told = [root, city, office].map((agency) => ({
      version: 1,
      agency: agencyTold(agency).payload as AgencySnapshot,
    }));
    await live([
      { kind: 'reports', told: [{ version: 1, facts: aReport(office) }] },
      { kind: 'agencies', told },
    ]);
    const rows = await analytics.query<{ agency_id: string; own: number; total: number }[]>(
      'select agency_id, own, total from report_count',
    );
    expect(new Map(rows.map((row) => [row.agency_id, [row.own, row.total]]))).toEqual(
      new Map([
        [root.id, [0, 1]],
        [city.id, [0, 1]],
        [office.id, [1, 1]],
      ]),
    );
  });
});
