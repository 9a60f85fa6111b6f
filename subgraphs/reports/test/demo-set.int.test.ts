import { randomBytes } from 'node:crypto';
import { loadNationalCalendar, workingDaysBetween } from '@satu-pintu/calendar';
import { publicViewer, stableId } from '@satu-pintu/domain-kit';
import { createDataSource, createSealer, deriveKey } from '@satu-pintu/service-kit';
import { MovableClock, type TestDatabase } from '@satu-pintu/test-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { composeCommandParts } from '../src/composition.js';
import { readDemoConfig } from '../src/demo/demo-config.js';
import { type DemoSetSummary, loadDemoSet } from '../src/demo/load-demo-set.js';
import { readSample, type SampleRow } from '../src/demo/sample-row.js';
import { SubmitReport } from '../src/intake/submit-report.command.js';
import { REPORTS_ENTITIES } from '../src/persistence/migrate-reports.js';
import { ownerTagOf } from '../src/privacy/ownership.js';
import type { ReportEntity } from '../src/report/report.entity.js';
import { HOUSES, plantDemoTree } from './support/demo-tree.js';
import { createReportsDatabase } from './support/reports-service.js';

const DAY_MS = 86_400_000;
const key = (): string => randomBytes(32).toString('base64url');
const secrets = { accessCodeKey: key(), vaultSealKey: key(), reporterKeySeal: key() };
const calendar = loadNationalCalendar();

/** What a row became. */
interface Lived {
  readonly row: SampleRow;
  readonly report: Pick<
    ReportEntity,
    | 'id'
    | 'state'
    | 'title'
    | 'version'
    | 'ownerTag'
    | 'holderAgencyId'
    | 'firstFollowUpAt'
    | 'isSecret'
    | 'publishedAt'
  >;
  readonly history: readonly { readonly act: string; readonly version: number; readonly at: Date }[];
}

describe('The demonstration set', () => {
  let testDatabase: TestDatabase;
  let owner: DataSource;
  let app: DataSource;
  let rows: readonly SampleRow[];
  let interrupted: SampleRow;
  let first: DemoSetSummary;
  let lived: readonly Lived[];

  beforeAll(async () => {
    testDatabase = await createReportsDatabase();
    owner = await open(testDatabase.ownerUrl('reports'), 2);
    app = await open(testDatabase.appUrl('reports'), 4);
    await plantDemoTree(owner);
    rows = await readSample();
    interrupted = aRow(
      (row) => row.channel === 'SMS' && row.houseCode === '35.24' && row.finalStatus === 'SELESAI',
    );
    await submit(interrupted);
    first = await load();
    lived = await readLived();
  }, 120_000);

  afterAll(async () => {
    await Promise.all([app.destroy(), owner.destroy()]);
    await testDatabase.drop();
  });

  it('takes every row whose agency is there, and names the others with the reason', () => {
    const isThere = (row: SampleRow): boolean => row.houseCode in HOUSES || row.houseCode === 'KLHK';
    expect(first.refused).toEqual({
      AGENCY_UNKNOWN: rows.filter((row) => !isThere(row)).map((row) => row.id),
    });
    expect(first.taken).toBe(rows.filter(isThere).length);
    expect(first.taken).toBeGreaterThan(60);
    expect(lived).toHaveLength(first.taken);
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await fingerprint();
    const again = await load();
    expect(again).toEqual({ taken: 0, unchanged: first.taken, refused: first.refused });
    expect(await fingerprint()).toEqual(before);
  });

  it('goes on with a report where an interrupted load left it', () => {
    const continued = lived.filter(({ row }) => row.id === interrupted.id);
    expect(continued.map(({ report }) => report.state)).toEqual(['CLOSED']);
  });

  it('brings every report in at its own instant, and has it verified so many days later', () => {
    for (const { row, history } of lived) {
      expect(history[0]).toMatchObject({ act: 'SUBMIT', at: row.createdAt });
      const judged = history[1];
      expect(judged?.act).toBe(row.finalStatus === 'DIARSIPKAN' ? 'ARCHIVE' : 'VERIFY');
      expect(judged?.at.getTime()).toBe(row.createdAt.getTime() + Math.round(row.verifyDays * DAY_MS));
    }
  });

  it('follows every report up after as many working days as the sample says', () => {
    for (const { row, report, history } of lived) {
      expect(report.firstFollowUpAt === null).toBe(row.followUpDays === null);
      if (row.followUpDays === null || !report.firstFollowUpAt || !history[1]) continue;
      const days = workingDaysBetween(history[1].at, report.firstFollowUpAt, 'Asia/Jakarta', calendar);
      expect(
        days.ok && [Math.floor(row.followUpDays), Math.ceil(row.followUpDays)].includes(days.value),
      ).toBe(true);
    }
  });

  it('leaves every report in the state that the sample ends with', () => {
    const states = Map.groupBy(lived, ({ row }) => row.finalStatus);
    const statesOf = (status: SampleRow['finalStatus']): ReadonlySet<string> =>
      new Set(states.get(status)?.map(({ report }) => report.state));
    expect(statesOf('SELESAI')).toEqual(new Set(['CLOSED']));
    expect(statesOf('DIARSIPKAN')).toEqual(new Set(['ARCHIVED']));
    expect(statesOf('DITINDAKLANJUTI')).toEqual(new Set(['IN_PROGRESS']));
    const waiting = [...statesOf('BELUM_DITINDAKLANJUTI'), ...statesOf('TERDISPOSISI')];
    expect(waiting.filter((state) => state !== 'DISPATCHED')).toEqual([]);
  });

  it('closes reports by confirmation, by silence and after a reply, and sends some by way of a wrong office', () => {
    const acts = new Set(lived.flatMap(({ history }) => history.map(({ act }) => act)));
    expect([...acts].sort()).toEqual([
      'ACCEPT',
      'ARCHIVE',
      'AUTO_CLOSE',
      'CONFIRM',
      'FOLLOW_UP',
      'OVERSIGHT_ELIGIBLE',
      'REDISPATCH',
      'REMIND_REPORTER',
      'REPLY',
      'RESPOND',
      'RETURN',
      'SUBMIT',
      'SUB_DISPATCH',
      'VERIFY',
    ]);
  });

  it('closes by silence one second after the reporter’s time is over', async () => {
    const closings = await owner.query<{ late: number }[]>(`
      select extract(epoch from entry.at - clock.due_at)::float as late
        from history_entry entry join clock on clock.report_id = entry.report_id and clock.kind = 'SILENCE'
       where entry.act = 'AUTO_CLOSE'`);
    expect(closings.length).toBeGreaterThan(10);
    expect(new Set(closings.map(({ late }) => late))).toEqual(new Set([1]));
  });

  it('gives every report one unbroken chain of holders that ends at its holder', async () => {
    const chains = await owner.query<{ report_id: string; seq: number; from: string | null; to: string }[]>(`
      select report_id, seq, from_agency_id as "from", to_agency_id as "to" from disposition order by report_id, seq`);
    const links = Map.groupBy(chains, (link) => link.report_id);
    for (const { report } of lived) {
      const chain = links.get(report.id) ?? [];
      expect(chain.map((link) => link.seq)).toEqual(chain.map((_, index) => index + 1));
      expect(chain.map((link) => link.from)).toEqual([null, ...chain.slice(0, -1).map((link) => link.to)]);
      expect(chain.at(-1)?.to).toBe(report.holderAgencyId);
    }
  });

  it('tells of every version of a report in order, without a gap', async () => {
    const events = await owner.query<{ id: string; version: number; at: Date }[]>(
      'select aggregate_id as id, version, at from outbox order by tx, seq',
    );
    const told = Map.groupBy(events, ({ id }) => id);
    for (const { report, history } of lived) {
      const versions = Array.from({ length: report.version }, (_, index) => index + 1);
      expect(told.get(report.id)?.map(({ version }) => version)).toEqual(versions);
      expect(history.map(({ version }) => version)).toEqual(versions);
      const instants = history.map(({ at }) => at.getTime());
      expect(instants).toEqual(instants.toSorted((one, other) => one - other));
    }
  });

  it('says in every title that it is simulated, and publishes nothing secret', () => {
    expect(lived.filter(({ report }) => !report.title.startsWith('[Simulasi] '))).toEqual([]);
    expect(lived.filter(({ report }) => report.isSecret && report.publishedAt)).toEqual([]);
  });

  it('belongs to the demonstration citizens, and hands the vault a sealed account', async () => {
    const emails = ['warga@demo.test', 'warga2@demo.test'];
    const owners = emails.map((email) => {
      const secret = deriveKey(secrets.reporterKeySeal, `demo-reporter-key:${stableId('account', email)}`);
      return lived.filter(({ report }) =>
        report.ownerTag?.equals(ownerTagOf(secret.toString('base64url'), report.id)),
      );
    });
    const withAccount = lived.filter(({ row }) => row.channel === 'WEB' || row.channel === 'MOBILE');
    expect(owners.flat()).toHaveLength(withAccount.length);
    expect(owners.every((own) => own.length > 10)).toBe(true);

    const seals = await owner.query<{ seal: string }[]>(
      `select payload ->> 'reporterSeal' as seal from outbox where payload ? 'reporterSeal'`,
    );
    const sealer = createSealer<{ accountId: string }>(secrets.vaultSealKey, 'reporter-seal');
    const accounts = seals.map(({ seal }) => sealer.open(seal)?.accountId);
    expect(accounts).toHaveLength(withAccount.length);
    expect(new Set(accounts)).toEqual(new Set(emails.map((email) => stableId('account', email))));
  });

  it('is never loaded in production', () => {
    expect(() => readDemoConfig({ NODE_ENV: 'production' })).toThrow('do not belong in production');
  });

  function aRow(suits: (row: SampleRow) => boolean): SampleRow {
    const row = rows.find(suits);
    if (!row) throw new Error('The sample has no such row.');
    return row;
  }

  async function load(): Promise<DemoSetSummary> {
    const parts = await composeCommandParts(app, secrets, new MovableClock(new Date(0)));
    return loadDemoSet({ parts, secrets, rows, quietMs: 0 });
  }

  /** As far as a loader comes that is stopped right after the door. */
  async function submit(row: SampleRow): Promise<void> {
    const parts = await composeCommandParts(app, secrets, new MovableClock(row.createdAt));
    const { requestedType, body, place, regionCode, channel, isAnonymous, isSecret } = row;
    const content = {
      requestedType,
      title: '[Simulasi] Laporan',
      body,
      place,
      regionCode,
      incidentDate: null,
    };
    const terms = { channel, isAnonymous, isSecret, consent: true };
    const outcome = await new SubmitReport(parts).execute({ ...content, ...terms }, publicViewer());
    expect(outcome.ok).toBe(true);
  }

  async function readLived(): Promise<readonly Lived[]> {
    const reports = await owner.query<(Lived['report'] & { submittedAt: Date })[]>(`
      select id, state, title, version, owner_tag as "ownerTag", holder_agency_id as "holderAgencyId",
             first_follow_up_at as "firstFollowUpAt", is_secret as "isSecret", published_at as "publishedAt",
             submitted_at as "submittedAt"
        from report`);
    const entries = await owner.query<(Lived['history'][number] & { report_id: string })[]>(
      'select report_id, act, version, at from history_entry order by report_id, version',
    );
    const histories = Map.groupBy(entries, (entry) => entry.report_id);
    return reports.map((report) => ({
      row: aRow((row) => row.createdAt.getTime() === report.submittedAt.getTime()),
      report,
      history: histories.get(report.id) ?? [],
    }));
  }

  /** Everything that a load could have changed. */
  async function fingerprint(): Promise<unknown> {
    return owner.query(`
      select (select md5(string_agg(report::text, '' order by id)) from report) as reports,
             (select md5(string_agg(clock::text, '' order by report_id, kind, seq)) from clock) as clocks,
             (select count(*) from outbox) as events, (select count(*) from history_entry) as entries,
             (select count(*) from disposition) as links, (select count(*) from follow_up) as lines`);
  }
});

async function open(url: string, poolSize: number): Promise<DataSource> {
  return createDataSource({ url, schema: 'reports', entities: REPORTS_ENTITIES, poolSize }).initialize();
}
