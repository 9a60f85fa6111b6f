import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportFacts } from '@satu-pintu/events';
import type { Viewer } from '@satu-pintu/domain-kit';
import {
  act,
  dispatched,
  lived,
  type Lived,
  type Outcome,
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
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';
import { Subscriber } from './support/subscriber.js';
import { until } from './support/until.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

function raise({ id }: Submitted, input: object, viewer: Viewer = warga): Promise<Outcome> {
  return act(service.ask, 'raisePrivacy', { reportId: id, ...input }, viewer);
}

async function read<Answer>(report: Submitted, fields: string, viewer: Viewer): Promise<Answer | null> {
  const query = `query ($id: ID!) { report(trackingId: $id) { ${fields} } }`;
  const { data, errors } = await service.ask(query, { id: report.trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Answer | null }).report;
}

/** The facts of the event that tells of it. */
async function toldOf({ id }: Submitted): Promise<readonly ReportFacts[]> {
  const rows = await service.database.query<{ payload: ReportFacts }[]>(
    `select payload from outbox where aggregate_id = $1 and type = 'report.privacy-raised' order by version`,
    [id],
  );
  return rows.map(({ payload }) => payload);
}

describe('a report that becomes anonymous', () => {
  const WHO = 'isAnonymous reporter { handle }';
  const WHEN =
    'submittedAt closedAt history { at } followUps { nodes { createdAt } } clocks { startedAt endedAt }';
  const OFFICE: readonly Viewer[] = [worksOfficer, coordinatorBandung, national];
  let report: Lived;

  beforeAll(async () => {
    report = await lived(service);
    for (const viewer of OFFICE) {
      expect(await read(report, WHO, viewer)).toEqual({
        isAnonymous: false,
        reporter: { handle: expect.any(String) },
      });
    }
    expect(await raise(report, { isAnonymous: true })).toMatchObject({ __typename: 'RaisePrivacySuccess' });
  });

  it('hands the office no handle of its reporter any more, and its reporter one as before', async () => {
    for (const viewer of OFFICE) {
      expect(await read(report, WHO, viewer)).toEqual({ isAnonymous: true, reporter: null });
      const representation = { __typename: 'Report', id: report.id };
      const { data } = await entities(service.ask, [representation], `... on Report { ${WHO} }`, viewer);
      expect(data).toEqual({ _entities: [{ isAnonymous: true, reporter: null }] });
    }
    expect(await read(report, WHO, warga)).toMatchObject({ reporter: { handle: expect.any(String) } });
  });

  it('shows others no instant at which its reporter was active before', async () => {
    for (const viewer of [...OFFICE, stranger, ksp]) {
      const shown = JSON.stringify(await read(report, WHEN, viewer));
      for (const instant of report.reporterActed) expect(shown).not.toContain(instant);
    }
  });

  it('stays public, and is counted as anonymous', async () => {
    expect(await read(report, 'title publishedAt', stranger)).toMatchObject({
      title: VERIFICATION.publicTitle,
    });
    expect(await toldOf(report)).toMatchObject([{ isAnonymous: true, isSecret: false }]);
  });
});

describe('a report that becomes secret', () => {
  const OUTSIDERS: readonly Viewer[] = [stranger, otherCitizen, healthOfficer, ksp];
  const TITLE = 'Pungutan di loket jembatan timbang';
  let report: Submitted;

  async function isListedFor(viewer: Viewer): Promise<readonly boolean[]> {
    const agency = { __typename: 'Agency', id: agencyId('32.73/1.03') };
    const fields = '... on Agency { reports(first: 100) { nodes { id } } }';
    const held = await entities(service.ask, [agency], fields, viewer);
    const entity = await entities(
      service.ask,
      [{ __typename: 'Report', id: report.id }],
      '... on Report { id }',
      viewer,
    );
    return [
      (await found(service.ask, {}, viewer)).includes(report.id),
      (await found(service.ask, { query: 'jembatan timbang' }, viewer)).includes(report.id),
      JSON.stringify(held.data).includes(report.id),
      JSON.stringify(entity.data).includes(report.id),
      (await read(report, 'id', viewer)) !== null,
    ];
  }

  beforeAll(async () => {
    service.clock.set(FRIDAY);
    report = await submitted(service.ask, { title: TITLE });
    const verification = { ...VERIFICATION, publicTitle: TITLE, agencyId: agencyId('32.73/1.03') };
    await act(service.ask, 'verifyReport', { ...verification, reportId: report.id }, coordinatorBandung);
    for (const viewer of OUTSIDERS) expect(await isListedFor(viewer)).toEqual(Array(5).fill(true));
    expect(await raise(report, { isSecret: true })).toMatchObject({ __typename: 'RaisePrivacySuccess' });
  });

  it('is in no list, no search, no agency and no reference of outsiders from that moment on', async () => {
    for (const viewer of OUTSIDERS) expect(await isListedFor(viewer)).toEqual(Array(5).fill(false));
  });

  it('is worked on as before by those who hold it', async () => {
    for (const viewer of [worksOfficer, coordinatorBandung]) {
      expect(await isListedFor(viewer)).toEqual(Array(5).fill(true));
    }
    expect(await act(service.ask, 'acceptReport', { reportId: report.id }, worksOfficer)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });

  it('keeps what was written for the public, unpublished, and leaves the public counts', async () => {
    const rows = await service.database.query<object[]>(
      'select public_title, published_at, is_secret from report where id = $1',
      [report.id],
    );
    expect(rows).toEqual([{ public_title: TITLE, published_at: null, is_secret: true }]);
    expect(await toldOf(report)).toMatchObject([{ isAnonymous: false, isSecret: true }]);
  });

  it('is never published, where it became secret before verification', async () => {
    const early = await submitted(service.ask);
    await raise(early, { isSecret: true });
    const verification = { ...VERIFICATION, reportId: early.id, agencyId: agencyId('32.73/1.03') };
    await act(service.ask, 'verifyReport', verification, coordinatorBandung);
    expect(await read(early, 'id', stranger)).toBeNull();
    expect(await read(early, 'publishedAt', warga)).toEqual({ publishedAt: null });
  });
});

describe('raising privacy', () => {
  it('needs no account, and says when there is nothing left to raise', async () => {
    const report = await dispatched(service.ask, {}, stranger);
    const input = { isSecret: true, accessCode: report.accessCode };
    expect(await raise(report, { ...input, accessCode: 'AAAAAAAAAA' }, stranger)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await raise(report, input, stranger)).toMatchObject({ __typename: 'RaisePrivacySuccess' });
    expect(await raise(report, input, stranger)).toMatchObject({ code: 'ALREADY_PRIVATE' });
    expect(await raise(report, { ...input, isAnonymous: true }, stranger)).toMatchObject({
      __typename: 'RaisePrivacySuccess',
    });
  });

  it('never lowers: what is not asked for stays', async () => {
    const report = await dispatched(service.ask, { isSecret: true });
    await raise(report, { isAnonymous: true, isSecret: false });
    expect(await read(report, 'isAnonymous isSecret publishedAt', warga)).toEqual({
      isAnonymous: true,
      isSecret: true,
      publishedAt: null,
    });
    expect(await raise(report, { isAnonymous: false, isSecret: false })).toMatchObject({
      field: 'isAnonymous',
    });
  });

  it('is done once under one idempotency key', async () => {
    const report = await dispatched(service.ask);
    const input = { isSecret: true, idempotencyKey: '5f0c8f4e-8e1e-4a53-9a37-0a4f6cf0f0b2' };
    for (const outcome of [await raise(report, input), await raise(report, input)]) {
      expect(outcome).toMatchObject({ __typename: 'RaisePrivacySuccess' });
    }
    expect(await toldOf(report)).toHaveLength(1);
  });

  it('by an admin leaves a reason that the reporter can read', async () => {
    const report = await dispatched(service.ask);
    expect(await raise(report, { isSecret: true }, coordinatorBandung)).toMatchObject({ field: 'reason' });
    const reason = 'Nama anak disebut di dalam laporan.';
    await raise(report, { isSecret: true, reason }, coordinatorBandung);
    const shown = await read<{ history: readonly object[] }>(report, 'history { act role reason }', warga);
    expect(shown?.history.at(-1)).toEqual({ act: 'RAISE_PRIVACY', role: 'COORDINATOR_ADMIN', reason });
    expect(await raise(report, { isAnonymous: true, reason }, worksOfficer)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

describe('the news of a report that becomes secret', () => {
  it('reach a stranger who was listening no more, without a word', async () => {
    const subscriber = new Subscriber(service);
    const report = await dispatched(service.ask);
    const query = `subscription ($id: ID!) { news: reportChanged(trackingId: $id) { kind report { id } } }`;
    const listen = (viewer: Viewer) =>
      subscriber.listen<{ kind: string }>(query, { id: report.trackingId }, viewer);
    const tell = (body: string): Promise<Outcome> =>
      act(service.ask, 'recordFollowUp', { reportId: report.id, kind: 'INTERIM', body }, worksOfficer);
    const [outside, inside] = [listen(stranger), listen(worksOfficer)];
    await until(async () => {
      await tell('Tim survei sudah turun.');
      return outside.heard.length > 0 && inside.heard.length > 0;
    });
    const answer = { reportId: report.id, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
    await act(service.ask, 'recordFollowUp', answer, worksOfficer);
    await until(() => [outside, inside].every(({ heard }) => heard.at(-1)?.kind === 'RESPOND'));
    const before = outside.heard.length;

    await raise(report, { isSecret: true });
    await act(service.ask, 'confirmResolution', { reportId: report.id }, warga);
    await until(() => inside.heard.at(-2)?.kind === 'RAISE_PRIVACY');
    // Whoever may still listen has heard both; give the other the time in which they would have been heard.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(outside.heard).toHaveLength(before);
    expect(outside.heard.map(({ kind }) => kind)).not.toContain('RAISE_PRIVACY');
    expect(outside.errors).toEqual([]);
    await subscriber.close();
  });
});
