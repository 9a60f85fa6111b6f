import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@satu-pintu/embedded-postgres';
import { DATABASE } from '@satu-pintu/launcher';
import { databaseUrl } from '@satu-pintu/service-kit';
import pg from 'pg';
import { FILLED, fillHouse, type LoadSummary } from '../src/load/fill-house.js';
import type { LoadOptions } from '../src/load/load-options.js';
import { setAside } from '../src/load/set-aside.js';
import { foundHouse } from '../src/national/found-house.js';

const OPTIONS: LoadOptions = {
  reports: 2_000,
  seed: 'test',
  from: new Date('2021-11-01T00:00:00Z'),
  until: new Date('2026-11-01T00:00:00Z'),
  evenAmongRealOnes: false,
};

let folder: string;
let server: EmbeddedPostgres;
let url: string;
let client: pg.Client;
let summary: LoadSummary;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-pintu-load-'));
  // PostgreSQL may run as another user of the system, who must be able to walk into the folder.
  await chmod(folder, 0o755);
  await foundHouse(folder);
  server = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), durable: false });
  url = databaseUrl(server.adminUrl, DATABASE);
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set search_path = reports, public');
  summary = await fill();
}, 300_000);
afterAll(async () => {
  await client.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function fill(changes: Partial<LoadOptions> = {}): Promise<LoadSummary> {
  return fillHouse(url, { ...OPTIONS, ...changes }, () => undefined);
}

async function rowsOf(sql: string, values: unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  return (await client.query<Record<string, unknown>>(sql, values)).rows;
}

/** Ids of reports for which something does not hold. */
async function exceptions(sql: string): Promise<readonly unknown[]> {
  return rowsOf(`select report.id from report where ${sql} limit 5`);
}

describe('a house filled with generated reports', () => {
  it('holds as many as were asked for, with all that belongs to them, and no life was cut short by a rule', async () => {
    expect(summary.refused).toEqual({});
    expect(summary.rows['reports.report']).toBe(2_000);
    expect(await rowsOf('select count(*)::int as count from report')).toEqual([{ count: 2_000 }]);
    expect(await rowsOf('select count(*)::int as count from report_words')).toEqual([{ count: 2_000 }]);
  });

  it('says of each that it is simulated', async () => {
    expect(await exceptions(`title not like '[Simulasi] %'`)).toEqual([]);
    expect(await exceptions(`public_title not like '[Simulasi] %'`)).toEqual([]);
  });

  it('has an unbroken chain of holders behind each, whose last link is the holder', async () => {
    const chain = /* sql */ `select seq, from_agency_id, to_agency_id,
        lag(to_agency_id) over (order by seq) as sender, row_number() over (order by seq) as place
      from disposition where report_id = report.id`;
    expect(
      await exceptions(
        `exists (select from (${chain}) as link where seq <> place or from_agency_id is distinct from sender)`,
      ),
    ).toEqual([]);
    expect(
      await exceptions(`holder_agency_id is distinct from (
        select to_agency_id from disposition where report_id = report.id order by seq desc limit 1)`),
    ).toEqual([]);
    expect(
      await exceptions(`disposition_seq <> (select count(*) from disposition where report_id = report.id)`),
    ).toEqual([]);
    expect(
      await exceptions(`not (select is_active from agency where agency.id = report.holder_agency_id)`),
    ).toEqual([]);
  });

  it('tells in the history of each how it came to its state, without a gap', async () => {
    const last =
      'select to_state from history_entry where report_id = report.id order by version desc limit 1';
    expect(await exceptions(`state is distinct from (${last})`)).toEqual([]);
    const versions =
      'select count(*) as count, max(version) as last from history_entry where report_id = report.id';
    expect(
      await exceptions(
        `exists (select from (${versions}) as told where count <> report.version or last <> report.version)`,
      ),
    ).toEqual([]);
  });

  it('keeps the clocks of each as the office does', async () => {
    const running = (kinds: string): string =>
      `exists (select from clock where report_id = report.id and ended_at is null and kind in (${kinds}))`;
    const final = `state in ('CLOSED', 'ARCHIVED', 'WITHDRAWN')`;
    expect(
      await exceptions(
        `${final} and exists (select from clock where report_id = report.id and ended_at is null)`,
      ),
    ).toEqual([]);
    expect(await exceptions(`state = 'SUBMITTED' and not ${running(`'VERIFICATION'`)}`)).toEqual([]);
    expect(await exceptions(`state = 'RESPONDED' and not ${running(`'SILENCE'`)}`)).toEqual([]);
    expect(await exceptions(`state = 'DISPATCHED' and not ${running(`'RESOLUTION'`)}`)).toEqual([]);
    const unwritten = `ended_at is null and breached_at is null and due_at < '2026-10-31' and kind not in ('OMBUDSMAN')`;
    expect(await rowsOf(`select report_id, kind from clock where ${unwritten} limit 5`)).toEqual([]);
  });

  it('shows the public only what was verified and is not secret', async () => {
    expect(
      await exceptions('(published_at is not null) <> (dispatched_at is not null and not is_secret)'),
    ).toEqual([]);
    expect(
      await exceptions(`(published_at is not null) is distinct from (
        select words.published is not null from report_words words where words.report_id = report.id)`),
    ).toEqual([]);
  });

  it('has reports in every state, most of them closed, and everywhere in the country', async () => {
    const states = await rowsOf(
      'select state, count(*)::int as count from report group by state order by 2 desc',
    );
    expect(states[0]?.state).toBe('CLOSED');
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['DISPATCHED', 'IN_PROGRESS', 'ARCHIVED', 'WITHDRAWN', 'RESPONDED']),
    );
    const [spread] = await rowsOf(
      `select count(distinct holder_agency_id)::int as holders, count(distinct left(region_code, 2))::int as provinces from report`,
    );
    expect(spread?.holders).toBeGreaterThan(500);
    expect(spread?.provinces).toBe(38);
  });

  it('has statistics that say the same as its reports', async () => {
    const counted = /* sql */ `
      select state, sum(total)::int as count from analytics.report_count
       where agency_id = (select id from agency where kind = 'NATIONAL_DESK') and total <> 0 group by state order by state`;
    expect(await rowsOf(counted)).toEqual(
      await rowsOf('select state, count(*)::int as count from report group by state order by state'),
    );
    const overdue = /* sql */ `select sum(overdue)::int as count from analytics.report_count
      where agency_id = (select id from agency where kind = 'NATIONAL_DESK')`;
    const late = /* sql */ `select count(*)::int as count from analytics.report_fact, analytics.counting
      where late_at < late_until`;
    expect(await rowsOf(overdue)).toEqual(await rowsOf(late));
  });
});

describe('a second load', () => {
  it('of the same seed is refused, and leaves nothing behind', async () => {
    await expect(fill({ reports: 100 })).rejects.toThrow('report_pk');
    expect(await rowsOf('select count(*)::int as count from report')).toEqual([{ count: 2_000 }]);
  });

  it('is refused among real reports unless it is wanted all the same', async () => {
    const [real] = await rowsOf(
      `update report set title = 'Jalan berlubang' where id = (select min(id::text)::uuid from report) returning id`,
    );
    await expect(fill({ seed: 'more', reports: 10 })).rejects.toThrow('--yes');
    expect((await fill({ seed: 'more', reports: 10, evenAmongRealOnes: true })).reports).toBe(10);
    await client.query(`update report set title = '[Simulasi] Jalan berlubang' where id = $1`, [real?.id]);
  });

  it('is refused while the house is at work', async () => {
    const process = new pg.Client({ connectionString: url, application_name: 'satu-pintu reports' });
    await process.connect();
    await expect(fill({ seed: 'at work' })).rejects.toThrow('The house is running');
    await process.end();
  });
});

describe('keys and indexes that are set aside for a large load', () => {
  it('are all made again as they were', async () => {
    const before = await keysAndIndexes();
    await client.query('begin');
    const makeAgain = await setAside(client, FILLED);
    expect((await keysAndIndexes()).length).toBeLessThan(before.length / 2);
    for (const make of makeAgain) await client.query(make);
    await client.query('commit');
    expect(await keysAndIndexes()).toEqual(before);
  });
});

async function keysAndIndexes(): Promise<readonly unknown[]> {
  return rowsOf(
    `select conname as name, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint
      where contype in ('p', 'u', 'f') and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     union all
     select indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid from pg_index where indrelid = any($1::regclass[])
     order by 1, 2`,
    [FILLED],
  );
}
