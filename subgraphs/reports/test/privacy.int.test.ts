import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { signViewer, type SubgraphName, VIEWER_HEADER } from '@satu-pintu/service-kit';
import {
  act,
  dispatched,
  lived,
  type Lived,
  responded,
  type Submitted,
  submitted,
  VERIFICATION,
} from './support/acts.js';
import { entities } from './support/entities.js';
import {
  coordinatorBandung,
  healthOfficer,
  ksp,
  national,
  ombudsman,
  OTHERS,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';
import { columnsOf, columnsWith } from './support/tables.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

const EVERYTHING = /* GraphQL */ `
  id trackingId state title body incidentDate place { description } submittedAt publishedAt closedAt
  viewerActions agency { id } handler { id } region { code } reporter { handle }
  dispositions { seq act from { id } to { id } reason note suggestedAgency { id } at }
  history { act role state agency { id } officer { id } reason at }
  clocks { kind state startedAt dueAt breachedAt endedAt explanation { date } }
  followUps { nodes { id kind body createdAt author { __typename ... on ReporterVoice { label isMe } } } }
  latestFollowUp { id createdAt }
`;

/** People who have nothing to do with a report of the public works office. */
const OUTSIDERS = [
  'the public',
  'another citizen',
  'an officer next door',
  'the coordinator of a ministry',
  'KSP',
];

describe('an anonymous report', () => {
  let report: Lived;

  beforeAll(async () => {
    report = await lived(service, { isAnonymous: true });
  });

  it.each(Object.keys(OTHERS))('tells %s neither who reported nor when they were active', async (who) => {
    const viewer = OTHERS[who] ?? stranger;
    const byNumber = await service.ask(
      `query ($id: ID!) { report(trackingId: $id) { ${EVERYTHING} } }`,
      { id: report.trackingId },
      viewer,
    );
    const representation = { __typename: 'Report', id: report.id };
    const byReference = await entities(
      service.ask,
      [representation],
      `... on Report { ${EVERYTHING} }`,
      viewer,
    );
    for (const { data, errors } of [byNumber, byReference]) {
      expect(errors).toEqual([]);
      const answer = JSON.stringify(data);
      expect(answer).toContain(report.trackingId);
      expect(answer).toContain('"reporter":null');
      expect(answer).toContain('{"__typename":"ReporterVoice","label":"Pelapor","isMe":false}');
      for (const instant of report.reporterActed) expect(answer).not.toContain(instant);
    }
  });

  it('is still wholly the own report of its reporter', async () => {
    const query = `query ($id: ID!) { report(trackingId: $id) { ${EVERYTHING} } }`;
    const { data } = await service.ask(query, { id: report.trackingId }, warga);
    const answer = JSON.stringify(data);
    for (const instant of report.reporterActed) expect(answer).toContain(instant);
    expect(data?.report).toMatchObject({ reporter: { handle: expect.any(String) } });
  });

  it('has a handle that is sealed anew each time and says nothing', async () => {
    const query = 'query ($id: ID!) { report(trackingId: $id) { reporter { handle } } }';
    const answers = await Promise.all([1, 2].map(() => service.ask(query, { id: report.trackingId }, warga)));
    const [one, other] = answers.map(
      ({ data }) => (data as { report: { reporter: { handle: string } } }).report.reporter.handle,
    );
    expect(one).not.toBe(other);
    expect(Buffer.from(one ?? '', 'base64url').toString('latin1')).not.toContain(report.id);
  });
});

describe('the place of an anonymous report in a list', () => {
  it('tells officers the day and not between which named reports it came', async () => {
    const { ask, clock } = service;
    const filed = async (at: string, isAnonymous: boolean): Promise<string> => {
      clock.set(`2026-06-15T${at}:00.000Z`);
      return (await dispatched(ask, { isAnonymous })).id;
    };
    const before = await filed('03:00', false);
    const anonymous = await filed('04:00', true);
    const after = await filed('05:00', false);
    const day = { submittedFrom: '2026-06-15', submittedTo: '2026-06-15' };
    for (const viewer of [worksOfficer, coordinatorBandung, national, ombudsman, ksp]) {
      expect(await found(ask, day, viewer)).toEqual([after, before, anonymous]);
      expect(await found(ask, day, viewer, { first: 1, orderBy: 'OLDEST' })).toEqual([
        anonymous,
        before,
        after,
      ]);
    }
    clock.set(FRIDAY);
  });
});

describe('a secret report', () => {
  let report: Submitted;

  beforeAll(async () => {
    service.clock.set(FRIDAY);
    report = await responded(service.ask, { isSecret: true, title: 'Rahasia kantor wali kota' });
  });

  it.each(OUTSIDERS)('is nowhere for %s', async (who) => {
    const viewer = OTHERS[who] ?? stranger;
    const { data, errors } = await service.ask(
      `query ($id: ID!) { report(trackingId: $id) { id } reports(first: 100) { nodes { id } } }`,
      { id: report.trackingId },
      viewer,
    );
    expect(errors).toEqual([]);
    expect(data?.report).toBeNull();
    expect(JSON.stringify(data)).not.toContain(report.id);

    const agency = { __typename: 'Agency', id: agencyId('32.73/1.03') };
    const lists = 'reports(first: 100) { nodes { id } } inbox(first: 100) { nodes { id } }';
    const held = await entities(service.ask, [agency], `... on Agency { ${lists} }`, viewer);
    expect(held.errors).toEqual([]);
    expect(JSON.stringify(held.data)).not.toContain(report.id);
  });

  it.each(OUTSIDERS)('is no entity for %s, nor is what was said in it', async (who) => {
    const rows = await service.database.query<{ id: string }[]>(
      'select id from follow_up where report_id = $1',
      [report.id],
    );
    const representations = [
      { __typename: 'Report', id: report.id },
      ...rows.map(({ id }) => ({ __typename: 'FollowUp', id })),
    ];
    expect(representations).toHaveLength(2);
    const fields = '... on Report { id } ... on FollowUp { id }';
    const { data, errors } = await entities(service.ask, representations, fields, OTHERS[who] ?? stranger);
    expect(errors).toEqual([]);
    expect(data).toEqual({ _entities: [null, null] });
  });
});

describe('a hidden report', () => {
  /** A report of the works office that none of these three may see. */
  const viewers: readonly (readonly [string, Viewer])[] = [
    ['the public', stranger],
    ['an officer next door', healthOfficer],
    ['KSP', ksp],
  ];
  const NOBODYS = ['00000000-0000-4000-8000-000000000000', 'not-an-id', '', '\u0000', "' or true --"];
  const agency = { agencyId: agencyId('32.73') };

  const MUTATIONS: readonly (readonly [string, object])[] = [
    ['verifyReport', { ...VERIFICATION, ...agency }],
    ['archiveReport', { reason: 'SPAM', explanation: 'Isinya adalah iklan.' }],
    ['dispatchReport', agency],
    ['returnReport', { reason: 'NOT_COMPETENT', explanation: 'Bukan ruas jalan kota.' }],
    ['acceptReport', {}],
    ['recordFollowUp', { kind: 'INTERIM', body: 'Sedang kami kerjakan.' }],
    ['replyToReport', { body: 'Belum selesai.' }],
    ['confirmResolution', { rating: 5 }],
    ['appealArchival', { body: 'Ini bukan iklan.' }],
    ['reopenReport', { reason: 'Belum selesai juga.' }],
    ['withdrawReport', { confirm: true }],
    ['raisePrivacy', { isSecret: true }],
    ['replyToReport', { body: '', idempotencyKey: 'guess', accessCode: 'AAAAAAAAAA' }],
  ];
  let secret: Submitted;

  beforeAll(async () => {
    secret = await responded(service.ask, { isSecret: true });
  });

  it.each(viewers)('answers %s like one that does not exist', async (_who, viewer) => {
    const query = 'query ($id: ID!) { report(trackingId: $id) { id } }';
    const answers = await Promise.all(
      [secret.trackingId, '5724000002', '123', ''].map((id) => service.ask(query, { id }, viewer)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it.each(MUTATIONS)('answers %s like one that does not exist', async (name, input) => {
    for (const [, viewer] of viewers) {
      const outcomes = await Promise.all(
        [secret.id, ...NOBODYS].map((reportId) => act(service.ask, name, { reportId, ...input }, viewer)),
      );
      const [first] = outcomes;
      expect(first).toEqual({
        __typename: 'ReportNotFound',
        code: 'REPORT_NOT_FOUND',
        message: 'Laporan tidak ditemukan. Periksa nomor laporan dan kode aksesnya.',
      });
      for (const outcome of outcomes) expect(JSON.stringify(outcome)).toBe(JSON.stringify(first));
    }
  });
});

describe('the door of the subgraph', () => {
  const QUERIES = [
    '{ categories { id } }',
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
  ];

  function post(body: string, viewer?: string): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      ...(viewer !== undefined && { [VIEWER_HEADER]: viewer }),
    };
    return fetch(`http://127.0.0.1:${String(service.port)}/graphql`, { method: 'POST', headers, body });
  }

  function signed(
    body: string,
    {
      audience = 'reports',
      key = service.config.secrets.viewerKey,
      at = service.clock.now(),
    }: {
      audience?: SubgraphName;
      key?: string;
      at?: Date;
    } = {},
  ): string {
    return signViewer(publicViewer(), audience, body, key, at);
  }

  it('opens for the gateway', async () => {
    for (const query of QUERIES) {
      const body = JSON.stringify({ query });
      expect((await post(body, signed(body))).status).toBe(200);
    }
  });

  it.each(QUERIES)('stays shut without a signed viewer, whatever is asked: %s', async (query) => {
    const body = JSON.stringify({ query });
    for (const viewer of [undefined, '', 'x', 'x.y']) {
      const answer = await post(body, viewer);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ errors: [{ message: 'Only the gateway may ask.' }] });
    }
  });

  it('stays shut for a viewer signed for another subgraph, by another key, too long ago or for another body', async () => {
    const body = JSON.stringify({ query: '{ categories { id } }' });
    const minuteAgo = new Date(service.clock.now().getTime() - 60_000);
    for (const viewer of [
      signed(body, { audience: 'agencies' }),
      signed(body, { key: randomBytes(32).toString('base64url') }),
      signed(body, { at: minuteAgo }),
      signed(JSON.stringify({ query: '{ ruleSets { code } }' })),
      signed(body).replace(/^./, 'X'),
    ]) {
      expect((await post(body, viewer)).status).toBe(401);
    }
  });
});

describe('what is stored', () => {
  it('holds no secret of the reporter in any column, after a whole life', async () => {
    await lived(service, { idempotencyKey: randomUUID() });
    const secret = Buffer.from(warga.reporterKey ?? '', 'base64url');
    expect(await columnsWith(service.database, secret)).toEqual([]);
  });

  it('keeps the sealed account in the event for the vault, and nowhere else', async () => {
    const sealed = `%${warga.reporterSeal ?? ''}%`;
    const rows = await service.database.query<{ type: string }[]>(
      'select distinct type from outbox where payload::text like $1',
      [sealed],
    );
    expect(rows).toEqual([{ type: 'report.submitted' }]);
    for (const { table, column } of await columnsOf(service.database)) {
      if (table === 'reports.outbox') continue;
      expect(
        await service.database.query(`select from ${table} where "${column}"::text like $1`, [sealed]),
      ).toEqual([]);
    }
  });

  it('has no column for a person', async () => {
    const names = (await columnsOf(service.database)).map(({ column }) => column);
    expect(names).toContain('owner_tag');
    expect(names.filter((name) => /account|session|e_?mail|phone|nik\b|address_|ip\b/.test(name))).toEqual(
      [],
    );
  });
});

describe('a list and a door', () => {
  interface Known {
    readonly id: string;
    readonly tracking_id: string;
  }

  beforeAll(async () => {
    const { ask } = service;
    for (const flags of [{}, { isAnonymous: true }, { isSecret: true }]) {
      await submitted(ask, flags, otherCitizen);
      await submitted(ask, { ...flags, agencyId: null }, stranger);
      await dispatched(ask, flags);
      const far = await submitted(ask, { ...flags, agencyId: agencyId('KEMENKES') });
      const toMinistry = { ...VERIFICATION, reportId: far.id, agencyId: agencyId('KEMENKES/01') };
      await act(ask, 'verifyReport', toMinistry, national);
      const spam = {
        reportId: (await submitted(ask, flags)).id,
        reason: 'SPAM',
        explanation: 'Isinya adalah iklan.',
      };
      await act(ask, 'archiveReport', spam, coordinatorBandung);
    }
  });

  async function listed(viewer: Viewer): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const query = `query ($after: ID) { reports(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const { data, errors } = await service.ask(query, { after }, viewer);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      const page = (
        data as { reports: { nodes: Known[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }
      ).reports;
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return ids;
  }

  async function opened(viewer: Viewer): Promise<readonly string[]> {
    const known = await service.database.query<Known[]>('select id, tracking_id from report');
    const fields = known.map(
      ({ tracking_id: id }, index) => `r${String(index)}: report(trackingId: "${id}") { id }`,
    );
    const { data } = await service.ask(`{ ${fields.join('\n')} }`, {}, viewer);
    return Object.values(data ?? {}).flatMap((report) => (report ? [(report as Known).id] : []));
  }

  it.each(Object.keys(OTHERS).filter((who) => who !== 'another citizen'))(
    'show %s the same reports',
    async (who) => {
      const viewer = OTHERS[who] ?? stranger;
      const ids = await listed(viewer);
      expect(ids.length).toBeGreaterThan(2);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...ids].sort()).toEqual([...(await opened(viewer))].sort());
    },
  );

  it('differ for a reporter by nothing but the own reports', async () => {
    const [inList, byDoor] = [await listed(otherCitizen), await opened(otherCitizen)];
    const own = byDoor.filter((id) => !inList.includes(id));
    expect(inList.filter((id) => !byDoor.includes(id))).toEqual([]);
    expect(own).toHaveLength(3);
  });
});
