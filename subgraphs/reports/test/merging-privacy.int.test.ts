import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, type Submitted, submitted, VERIFICATION } from './support/acts.js';
import { entities } from './support/entities.js';
import {
  citizen,
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
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

const SAME = 'Lampu jalan yang sama, di depan nomor 12.';

async function merge(
  child: Submitted,
  into: Submitted,
  viewer: Viewer = coordinatorBandung,
): Promise<string> {
  const input = { reportId: child.id, intoReportId: into.id, reason: SAME };
  return (await act(service.ask, 'mergeReports', input, viewer)).__typename;
}

async function read<Answer = Record<string, unknown>>(
  { trackingId }: Submitted,
  fields: string,
  viewer: Viewer,
): Promise<Answer | null> {
  const query = `query ($id: ID!) { report(trackingId: $id) { ${fields} } }`;
  const { data, errors } = await service.ask(query, { id: trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Answer | null }).report;
}

interface Case {
  readonly supportCount: number;
  readonly mergedReports: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}
const CASE = 'supportCount mergedReports(first: 1) { nodes { id } pageInfo { hasNextPage } }';

async function childrenSeen(root: Submitted, viewer: Viewer): Promise<readonly string[] | null> {
  const found = await read<Case>(root, CASE.replace('first: 1', 'first: 50'), viewer);
  return found?.mergedReports.nodes.map(({ id }) => id) ?? null;
}

function makeSecret(report: Submitted): Promise<unknown> {
  return act(service.ask, 'raisePrivacy', { reportId: report.id, isSecret: true }, warga);
}

describe('a secret report', () => {
  it('joins nobody, and nobody joins it', async () => {
    const [open, secret, other] = [
      await dispatched(service.ask),
      await dispatched(service.ask, { isSecret: true }),
      await dispatched(service.ask, { isSecret: true }),
    ];
    for (const [child, into] of [
      [secret, open],
      [open, secret],
      [secret, other],
    ] as const)
      expect(await merge(child, into)).toBe('MergeTargetUnfit');
    expect((await read(secret, 'viewerActions', coordinatorBandung))?.viewerActions).not.toContain('MERGE');
  });

  it('that became secret within another one is no longer there for its readers, not even as a number', async () => {
    const [root, child, open] = [
      await dispatched(service.ask, {}, otherCitizen),
      await dispatched(service.ask),
      await dispatched(service.ask),
    ];
    await merge(child, root);
    await merge(open, root);
    expect((await read<Case>(root, CASE, stranger))?.supportCount).toBe(2);
    await makeSecret(child);
    for (const viewer of [stranger, otherCitizen, ksp, healthOfficer])
      expect(await read<Case>(root, CASE, viewer)).toEqual({
        supportCount: 1,
        mergedReports: { nodes: [{ id: open.id }], pageInfo: { hasNextPage: false } },
      });
    expect(await read(child, 'state', stranger)).toBeNull();
    for (const viewer of [worksOfficer, national, ombudsman])
      expect((await childrenSeen(root, viewer))?.toSorted()).toEqual([child.id, open.id].sort());
    expect(await read(child, 'state mergedInto { id }', warga)).toEqual({
      state: 'MERGED',
      mergedInto: { id: root.id },
    });
  });

  it('that others were merged into tells them nothing any more', async () => {
    const [root, child] = [await dispatched(service.ask), await dispatched(service.ask, {}, otherCitizen)];
    await merge(child, root);
    await makeSecret(root);
    const fields = 'state closedAt mergedInto { id state } viewerActions';
    for (const viewer of [otherCitizen, stranger])
      expect(await read(child, fields, viewer)).toMatchObject({
        state: 'MERGED',
        closedAt: null,
        mergedInto: null,
      });
    expect(await read(child, fields, worksOfficer)).toMatchObject({ mergedInto: { id: root.id } });
  });
});

describe('an anonymous report', () => {
  it.each(Object.keys(OTHERS))('that is merged tells %s nothing of who filed it', async (who) => {
    const root = await dispatched(service.ask);
    const child = await dispatched(service.ask, { isAnonymous: true }, citizen('pelapor'));
    await merge(child, root);
    const fields = 'submittedAt reporter { handle } history { role at }';
    const answers = await entities(
      service.ask,
      [{ __typename: 'Report', id: root.id }],
      `... on Report { mergedReports(first: 5) { nodes { ${fields} } } }`,
      OTHERS[who] ?? stranger,
    );
    expect(answers.errors).toEqual([]);
    const [seen] = (answers.data as { _entities: readonly { mergedReports: { nodes: Child[] } }[] })
      ._entities;
    for (const { reporter, submittedAt, history } of seen?.mergedReports.nodes ?? []) {
      expect(reporter).toBeNull();
      expect(submittedAt).toMatch(/T17:00:00\.000Z$/);
      for (const { role, at } of history) if (role === 'REPORTER') expect(at).toMatch(/T17:00:00\.000Z$/);
    }
    expect(seen?.mergedReports.nodes).toHaveLength(1);
  });
});

interface Child {
  readonly reporter: object | null;
  readonly submittedAt: string;
  readonly history: readonly { readonly role: string; readonly at: string }[];
}

describe('who works on the case', () => {
  it('reads what was merged into it, wherever that came from, and only that', async () => {
    const [root, child, apart] = [
      await dispatched(service.ask),
      await submitted(service.ask, { title: 'Lampu mati di Braga' }),
      await submitted(service.ask),
    ];
    expect(await read(child, 'title', worksOfficer)).toBeNull();
    await merge(child, root);
    const seen = await read(child, 'title viewerActions reporter { handle }', worksOfficer);
    expect(seen).toMatchObject({ title: 'Lampu mati di Braga', viewerActions: ['ADD_NOTE'] });
    expect(seen?.reporter).not.toBeNull();
    expect(await read(apart, 'title', worksOfficer)).toBeNull();
    expect(await read(child, 'title', healthOfficer)).toBeNull();
    expect(await childrenSeen(root, healthOfficer)).toEqual([]);
    await act(
      service.ask,
      'unmergeReport',
      { reportId: child.id, reason: 'Ternyata lampu yang lain.' },
      coordinatorBandung,
    );
    expect(await read(child, 'title', worksOfficer)).toBeNull();
  });

  it('reads it after the case has gone elsewhere; who has it no longer does not', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    await merge(child, root);
    const elsewhere = { reportId: root.id, agencyId: agencyId('32.73/1.02') };
    expect((await act(service.ask, 'dispatchReport', elsewhere, coordinatorBandung)).__typename).toBe(
      'DispatchReportSuccess',
    );
    expect(await read(child, 'state', worksOfficer)).toBeNull();
    expect(await read(child, 'state', healthOfficer)).toEqual({ state: 'MERGED' });
  });

  it('cannot throw back what came from another house', async () => {
    const child = await submitted(service.ask, { agencyId: agencyId('KEMENKES') });
    const root = await dispatched(service.ask);
    expect(await merge(child, root, national)).toBe('MergeReportsSuccess');
    const input = { reportId: child.id, reason: 'Ternyata lampu yang lain.' };
    expect(await read(child, 'state viewerActions', coordinatorBandung)).toEqual({
      state: 'MERGED',
      viewerActions: ['ADD_NOTE'],
    });
    expect((await act(service.ask, 'unmergeReport', input, coordinatorBandung)).__typename).toBe(
      'NotAllowed',
    );
    expect((await act(service.ask, 'unmergeReport', input, national)).__typename).toBe(
      'UnmergeReportSuccess',
    );
  });
});

describe('a report that is not public', () => {
  it('answers as an absent one to whoever would join it to another or take it out', async () => {
    const child = await submitted(service.ask);
    const absent = { ...child, id: '00000000-0000-4000-8000-000000000000' };
    const root = await dispatched(service.ask);
    for (const viewer of [stranger, otherCitizen, worksOfficer, healthOfficer]) {
      expect(await merge(child, root, viewer)).toBe('ReportNotFound');
      expect(await merge(absent, root, viewer)).toBe('ReportNotFound');
    }
    await merge(child, root);
    const verification = { ...VERIFICATION, reportId: child.id, agencyId: agencyId('32.73/1.03') };
    expect(await act(service.ask, 'verifyReport', verification, stranger)).toMatchObject({
      __typename: 'ReportNotFound',
    });
  });
});
