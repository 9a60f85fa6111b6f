import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcessName } from '@satu-pintu/launcher';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { signIn } from '../support/people.js';
import { countsOf, recountOf } from '../support/recount.js';
import { agencyId } from '../support/reports.js';
import { untilSettled } from '../support/settled.js';
import { pidOf, stack } from '../support/stack.js';
import { TirelessClient } from '../support/tireless-client.js';

/** The target is five seconds; a busy machine for continuous integration gets twice that. */
const PATIENCE_MS = 10_000;
const PROCESSES: readonly (ProcessName | 'postgres')[] = [
  'reports',
  'agencies',
  'users',
  'analytics',
  'gateway',
  'postgres',
];

const database = openDatabase(stack.databaseUrl);
const recoveries: Partial<Record<ProcessName | 'postgres', string>> = {};
let clients: readonly TirelessClient[];
let filedBefore: number;

beforeAll(async () => {
  filedBefore = await countReports();
  clients = [new TirelessClient(await signIn('warga@demo.test')), new TirelessClient(null)];
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.stop()));
  await database.close();
  process.stdout.write(`Back after kill -9: ${JSON.stringify(recoveries)}\n`);
});

describe('while reports are being filed', () => {
  it.each(PROCESSES)(
    '%s is back soon after kill -9, and reports are taken in again',
    async (name) => {
      await Promise.all(clients.map((client) => anotherReport(client)));
      const pid = await pidOf(name);
      if (pid === null) throw new Error(`${name} does not run.`);
      process.kill(pid, 'SIGKILL');
      const since = performance.now();
      await eventually(async () => {
        const successor = await pidOf(name);
        expect(successor).not.toBeNull();
        expect(successor).not.toBe(pid);
        await everyProcessIsReady();
      }, PATIENCE_MS);
      await Promise.all(clients.map((client) => anotherReport(client)));
      const elapsed = performance.now() - since;
      recoveries[name] = `${(elapsed / 1_000).toFixed(1)} s`;
      expect(elapsed).toBeLessThan(PATIENCE_MS);
    },
    30_000,
  );
});

describe('when all is quiet again', () => {
  let acknowledged: readonly string[];

  beforeAll(async () => {
    await Promise.all(clients.map((client) => client.stop()));
    await untilSettled(database, 20_000);
    acknowledged = clients.flatMap((client) => [...client.acknowledged.values()]);
  }, 40_000);

  it('the faults were felt: requests went unanswered and were sent again', () => {
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(clients.reduce((sum, client) => sum + client.retries, 0)).toBeGreaterThan(0);
  });

  it('no report that was acknowledged is lost, and none is there twice', async () => {
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    const kept = await database.count('select count(*) from reports.report where tracking_id = any($1)', [
      acknowledged,
    ]);
    expect(kept).toBe(acknowledged.length);
  });

  it('no report is there that nobody filed, however often it was sent', async () => {
    expect(await countReports()).toBe(filedBefore + acknowledged.length);
  });

  it('every act is in the event log once, without a gap', async () => {
    const acts = await database.rows(
      'select report_id as id, version from reports.history_entry order by report_id, version',
    );
    const told = await database.rows(
      `select aggregate_id as id, version from event_log.event
        where producer = 'reports' and type <> 'audit.recorded' order by aggregate_id, version`,
    );
    expect(told).toEqual(acts);
    const gaps = await database.count(
      `select count(*) from (
         select from reports.history_entry group by report_id having max(version) <> count(*)
       ) as incomplete`,
    );
    expect(gaps).toBe(0);
  });

  it('every entry of the audit log is in the chain once, in the order of the event log', async () => {
    const recorded = await database.rows(
      `select id from event_log.event where type = 'audit.recorded' order by tx, seq`,
    );
    const chained = await database.rows('select event_id as id from analytics.audit_entry order by position');
    expect(chained).toEqual(recorded);
    const positions = await database.count('select max(position) from analytics.audit_entry');
    expect(positions).toBe(recorded.length);
  });

  it('every event was applied once: the vault knows each report of an account, and the counts are right', async () => {
    // Only of what was filed here: whoever left in another journey has reports and no link to them any more.
    const owned = await database.rows<{ id: string }>(
      'select id from reports.report where owner_tag is not null and tracking_id = any($1) order by id',
      [acknowledged],
    );
    const known = await database.rows<{ id: string }>(
      'select report_id as id from users.vault_link where report_id = any($1) order by report_id',
      [owned.map(({ id }) => id)],
    );
    expect(owned.length).toBeGreaterThan(0);
    expect(known).toEqual(owned);
    const national = await signIn('nasional@demo.test');
    for (const code of ['32.73', '32', 'NASIONAL']) {
      await eventually(async () => {
        const told = await countsOf(agencyId(code), national);
        expect(told).toEqual(await recountOf(agencyId(code), database));
      });
    }
  });

  it('every open report has exactly one holder, the last of an unbroken chain', async () => {
    const broken = await database.count(
      `select count(*) from reports.report
        where holder_agency_id is distinct from (
          select to_agency_id from reports.disposition where report_id = report.id order by seq desc limit 1)`,
    );
    expect(broken).toBe(0);
  });
});

function countReports(): Promise<number> {
  return database.count('select count(*) from reports.report');
}

async function anotherReport(client: TirelessClient): Promise<void> {
  const before = client.acknowledged.size;
  await eventually(() => {
    expect(client.acknowledged.size).toBeGreaterThan(before);
    return Promise.resolve();
  }, PATIENCE_MS);
}

async function everyProcessIsReady(): Promise<void> {
  for (const url of Object.values(stack.urls)) {
    const { status } = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(2_000) });
    expect(status).toBe(200);
  }
}
