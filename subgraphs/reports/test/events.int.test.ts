import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pathLabel, stableId } from '@satu-pintu/domain-kit';
import type { AgencySnapshot, OfficerSnapshot, ReportFacts } from '@satu-pintu/events';
import pg from 'pg';
import { dispatched, lived, type Submitted, submitted } from './support/acts.js';
import { stranger } from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyAt, agencyId } from './support/small-tree.js';
import { until } from './support/until.js';

let service: ReportsService;
/** The agencies subgraph, as far as the log knows it. */
let agencies: pg.Pool;

beforeAll(async () => {
  service = await startReports();
  agencies = new pg.Pool({ connectionString: service.agenciesUrl, max: 1 });
}, 60_000);
afterAll(async () => {
  await agencies.end();
  await service.close();
});

interface Told {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly payload: ReportFacts;
}

function outboxOf({ id }: Submitted): Promise<readonly Told[]> {
  return service.database.query<Told[]>(
    'select id, type, version, payload from outbox where aggregate_id = $1 order by tx, seq',
    [id],
  );
}

describe('what a report tells the house', () => {
  it('is one event for each act, numbered without gaps', async () => {
    const report = await lived(service);
    const told = await outboxOf(report);
    expect(told.map(({ type, version }) => [version, type])).toEqual([
      [1, 'report.submitted'],
      [2, 'report.verified'],
      [3, 'report.responded'],
      [4, 'report.replied'],
      [5, 'report.responded'],
      [6, 'report.confirmed'],
    ]);
    const history = await service.database.query<{ version: number }[]>(
      'select version from history_entry where report_id = $1 order by version',
      [report.id],
    );
    expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is the whole state each time, and never a text or a person', async () => {
    const told = await outboxOf(await lived(service));
    expect(told.at(-1)?.payload).toEqual({
      reportId: expect.any(String),
      trackingId: expect.stringMatching(/^\d{10}$/),
      state: 'CLOSED',
      requestedType: 'COMPLAINT',
      type: 'COMPLAINT_GENERAL',
      categoryId: '08.001',
      regionCode: '32.73',
      holderAgencyId: agencyId('32.73/1.03'),
      channel: 'WEB',
      isAnonymous: false,
      isSecret: false,
      submittedAt: '2026-07-10T03:14:15.926Z',
      dispatchedAt: '2026-07-13T02:00:00.000Z',
      firstFollowUpAt: '2026-07-14T02:00:00.000Z',
      firstFollowUpDueAt: '2026-07-22T16:59:59.999Z',
      respondedAt: '2026-07-16T02:00:00.000Z',
      resolutionDueAt: '2026-08-03T16:59:59.999Z',
      closedAt: '2026-07-17T03:23:46.264Z',
      closeReason: 'CONFIRMED',
      dispositions: 2,
      returns: 0,
    });
    for (const { type, payload } of told) expect('reporterSeal' in payload).toBe(type === 'report.submitted');
  });

  it('has no sealed account where nobody had signed in', async () => {
    const [first] = await outboxOf(await submitted(service.ask, {}, stranger));
    expect(first?.payload).not.toHaveProperty('reporterSeal');
  });

  it('reaches the log of the house in order, each event once', async () => {
    const report = await dispatched(service.ask);
    const told = await outboxOf(report);
    const logged = async (): Promise<readonly Told[]> => {
      const { rows } = await agencies.query<Told>(
        `select id, type, version, payload from event_log.event
          where aggregate_id = $1 and producer = 'reports' order by tx, seq`,
        [report.id],
      );
      return rows;
    };
    await until(async () => (await logged()).length >= told.length);
    expect(await logged()).toEqual(told);
  });
});

const PUBLISH = /* sql */ `
  insert into event_log.event (id, producer, type, aggregate_id, version, at, payload)
  values ($1, 'agencies', $2, $3, $4, now(), $5) on conflict (id) do nothing
`;

async function agenciesTell(
  type: string,
  version: number,
  payload: { readonly id: string },
  id = randomUUID(),
): Promise<void> {
  await agencies.query(PUBLISH, [id, type, payload.id, version, JSON.stringify(payload)]);
}

/** Waits until the log has been read to its present end. */
async function untilRead(): Promise<void> {
  const last = `sentinel-${randomUUID()}`;
  await agenciesTell('agency.registered', 1, anAgency(last));
  await until(
    async () =>
      (await service.database.query<unknown[]>('select from agency where code = $1', [last])).length > 0,
  );
}

function anAgency(code: string, changes: Partial<AgencySnapshot> = {}): AgencySnapshot {
  const id = agencyId(code);
  const { path, housePath } = agencyAt('32.73');
  return {
    id,
    code,
    name: code,
    kind: 'UNIT',
    parentId: agencyId('32.73'),
    tie: 'ADMINISTRATIVE',
    path: `${path}.${pathLabel(id)}`,
    housePath: `${housePath}.${pathLabel(id)}`,
    regionCode: '32.73',
    timeZone: 'Asia/Jakarta',
    isActive: true,
    ...changes,
  };
}

function aPost(name: string, changes: Partial<OfficerSnapshot> = {}): OfficerSnapshot {
  const id = stableId('officer', name);
  return {
    id,
    agencyId: agencyId('91'),
    role: 'COORDINATOR_ADMIN',
    isActive: true,
    accountId: randomUUID(),
    ...changes,
  };
}

async function nameOf(code: string): Promise<readonly object[]> {
  return service.database.query('select name, version from agency where id = $1', [agencyId(code)]);
}

describe('what agencies tell', () => {
  it('is learnt, so that a report can be sent to an agency from the moment in which it is known', async () => {
    const code = '32.73/1.99';
    await agenciesTell('agency.registered', 1, anAgency(code, { name: 'Dinas Baru' }));
    await untilRead();
    expect(await nameOf(code)).toEqual([{ name: 'Dinas Baru', version: 1 }]);
    await submitted(service.ask, { agencyId: agencyId(code) });
  });

  it('is kept by its highest version, whatever the order of arrival, and however often it comes', async () => {
    const code = '32.73/1.98';
    const versions = [3, 1, 2].map(
      (version) => [version, anAgency(code, { name: `Versi ${String(version)}` })] as const,
    );
    for (const [version, agency] of versions) await agenciesTell('agency.changed', version, agency);
    await untilRead();
    expect(await nameOf(code)).toEqual([{ name: 'Versi 3', version: 3 }]);
    const id = randomUUID();
    const fourth = anAgency(code, { name: 'Versi 4' });
    await agenciesTell('agency.changed', 4, fourth, id);
    await agenciesTell('agency.changed', 4, fourth, id);
    await agenciesTell('agency.changed', 4, anAgency(code, { name: 'Versi 4, sekali lagi' }));
    await agenciesTell('agency.changed', 2, anAgency(code, { name: 'Versi lama' }));
    await untilRead();
    expect(await nameOf(code)).toEqual([{ name: 'Versi 4', version: 4 }]);
  });

  it('decides who verifies: reports go to a coordinator as soon as there is one, and to the desk when there is none', async () => {
    const holderOf = async ({ id }: Submitted): Promise<string | undefined> => {
      const rows = await service.database.query<{ holder: string }[]>(
        'select holder_agency_id as holder from report where id = $1',
        [id],
      );
      return rows[0]?.holder;
    };
    const toPapua = (): Promise<Submitted> => submitted(service.ask, { agencyId: agencyId('91') });
    expect(await holderOf(await toPapua())).toBe(agencyId('NASIONAL'));
    await agenciesTell('officer.appointed', 1, aPost('papua'));
    await untilRead();
    expect(await holderOf(await toPapua())).toBe(agencyId('91'));
    await agenciesTell('officer.ended', 2, aPost('papua', { isActive: false }));
    await untilRead();
    expect(await holderOf(await toPapua())).toBe(agencyId('NASIONAL'));
  });

  it('leaves no account of an officer behind', async () => {
    const post = aPost('papua-2');
    await agenciesTell('officer.appointed', 1, post);
    await untilRead();
    const [row] = await service.database.query<object[]>('select * from officer_post where id = $1', [
      post.id,
    ]);
    expect(row).toEqual({
      id: post.id,
      agency_id: post.agencyId,
      role: post.role,
      can_sign_in: true,
      version: 1,
    });
  });
});
