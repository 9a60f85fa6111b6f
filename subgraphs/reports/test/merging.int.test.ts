import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { ReportFacts } from '@satu-pintu/events';
import { releaseLeftAlone } from '../src/duplicates/release-left-alone.js';
import {
  act,
  dispatched,
  type Outcome,
  responded,
  type Submitted,
  submitted,
  VERIFICATION,
} from './support/acts.js';
import {
  coordinatorBandung,
  national,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper } from './support/sweeper.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

const SAME = 'Lampu jalan yang sama, di depan nomor 12.';

function merge(child: Submitted, into: Submitted, viewer: Viewer = coordinatorBandung): Promise<Outcome> {
  const input = { reportId: child.id, intoReportId: into.id, reason: SAME };
  return act(service.ask, 'mergeReports', input, viewer);
}

function unmerge(child: Submitted, viewer: Viewer = coordinatorBandung): Promise<Outcome> {
  const input = { reportId: child.id, reason: 'Ternyata lampu yang lain.' };
  return act(service.ask, 'unmergeReport', input, viewer);
}

async function merged(child: Submitted, into: Submitted): Promise<void> {
  expect(await merge(child, into)).toMatchObject({ __typename: 'MergeReportsSuccess' });
}

async function read<Answer = Record<string, unknown>>(
  { trackingId }: Submitted,
  fields: string,
  viewer: Viewer = coordinatorBandung,
  code?: string,
): Promise<Answer | null> {
  const query = `query ($id: ID!, $code: String) { report(trackingId: $id, accessCode: $code) { ${fields} } }`;
  const { data, errors } = await service.ask(query, { id: trackingId, code }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Answer | null }).report;
}

/** Where a report leads, by its row. */
async function rootOf({ id }: Submitted): Promise<string | null> {
  const rows = await service.database.query<{ root: string | null }[]>(
    'select merged_into_id as root from report where id = $1',
    [id],
  );
  return rows[0]?.root ?? null;
}

interface Told {
  readonly type: string;
  readonly version: number;
  readonly payload: ReportFacts;
}

/** The newest event about a report. */
async function lastTold({ id }: Submitted): Promise<Told> {
  const rows = await service.database.query<Told[]>(
    'select type, version, payload from outbox where aggregate_id = $1 order by version desc limit 1',
    [id],
  );
  const [told] = rows;
  if (!told) throw new Error(`Nothing was told of report ${id}.`);
  return told;
}

const CLOCKS = 'clocks { kind state startedAt dueAt endedAt breachedAt }';
interface ClockSeen {
  readonly kind: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly breachedAt: string | null;
}
async function runningOf(report: Submitted): Promise<readonly ClockSeen[]> {
  const found = await read<{ clocks: readonly ClockSeen[] }>(report, CLOCKS);
  return (found?.clocks ?? []).filter(({ state }) => state === 'RUNNING');
}

describe('a duplicate that is merged', () => {
  it('is handled within the other report, and keeps its number, holder and words', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    expect((await read(child, 'viewerActions'))?.viewerActions).toContain('MERGE');
    expect(await merge(child, root)).toMatchObject({ report: { state: 'MERGED', id: child.id } });
    expect(await read(child, 'state title agency { id } mergedInto { id } viewerActions')).toEqual({
      state: 'MERGED',
      title: 'Jalan berlubang di Jalan Braga',
      agency: { id: agencyId('32.73') },
      mergedInto: { id: root.id },
      viewerActions: ['RAISE_PRIVACY', 'ADD_NOTE', 'UNMERGE'],
    });
    expect(await read(root, 'state mergedInto { id } mergedReports(first: 5) { nodes { id } }')).toEqual({
      state: 'DISPATCHED',
      mergedInto: null,
      mergedReports: { nodes: [{ id: child.id }] },
    });
  });

  it('has no clock that runs, and its verification in time', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    await merged(child, root);
    expect(await runningOf(child)).toEqual([]);
    const clocks = await read<{ clocks: readonly ClockSeen[] }>(child, CLOCKS);
    expect(clocks?.clocks.filter(({ breachedAt }) => breachedAt)).toEqual([]);
  });

  it('is told of by history and an event, with codes and instants alone', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    await merged(child, root);
    const history = await read<{ history: readonly { act: string; reason: string | null }[] }>(
      child,
      'history { act reason }',
    );
    expect(history?.history.at(-1)).toEqual({ act: 'MERGE', reason: SAME });
    const told = await lastTold(child);
    expect(told).toMatchObject({ type: 'report.merged', version: 2, payload: { state: 'MERGED' } });
    expect(JSON.stringify(told)).not.toContain(SAME);
  });

  it('is merged once under one key, however often it is asked for', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    const input = {
      reportId: child.id,
      intoReportId: root.id,
      reason: SAME,
      idempotencyKey: '0c2f7b0c-4b8e-4a57-9d6e-0a1f0c017b0c',
    };
    const ask = (): Promise<Outcome> => act(service.ask, 'mergeReports', input, coordinatorBandung);
    const outcomes = await Promise.all([ask(), ask(), ask()]);
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array(3).fill('MergeReportsSuccess'));
    const [row] = await service.database.query<{ version: number }[]>(
      'select version from report where id = $1',
      [child.id],
    );
    expect(row?.version).toBe(2);
  });

  it('counts for the other report, with everybody who supported it', async () => {
    const root = await dispatched(service.ask);
    const child = await dispatched(service.ask, {}, otherCitizen);
    await act(service.ask, 'supportReport', { reportId: child.id }, warga);
    expect(await read(root, 'supportCount', stranger)).toEqual({ supportCount: 0 });
    await merged(child, root);
    expect(await read(root, 'supportCount', stranger)).toEqual({ supportCount: 2 });
    await unmerge(child);
    expect(await read(root, 'supportCount', stranger)).toEqual({ supportCount: 0 });
  });

  it('is closed with its case, and says so by the day', async () => {
    service.clock.set(FRIDAY);
    const [root, child] = [await responded(service.ask), await submitted(service.ask)];
    await merged(child, root);
    expect(await read(child, 'state closedAt', warga)).toEqual({ state: 'MERGED', closedAt: null });
    await act(service.ask, 'confirmResolution', { reportId: root.id, rating: 5 }, warga);
    expect(await read(child, 'state closedAt', warga)).toEqual({
      state: 'MERGED',
      closedAt: '2026-07-09T17:00:00.000Z',
    });
  });

  it('is named by the events that concern its reporter too, unless these could not read the case', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    await merged(child, root);
    const followUp = (body: string): Promise<Outcome> =>
      act(service.ask, 'recordFollowUp', { reportId: root.id, kind: 'INTERIM', body }, worksOfficer);
    expect(await followUp('Petugas sudah melihat lubang itu.')).not.toHaveProperty('code');
    expect(await lastTold(root)).toMatchObject({
      type: 'report.followed-up',
      payload: { followers: [{ reportId: child.id, trackingId: child.trackingId }] },
    });
    expect((await lastTold(child)).payload).not.toHaveProperty('followers');
    await act(service.ask, 'raisePrivacy', { reportId: root.id, isSecret: true }, warga);
    expect(await followUp('Lubang itu ditutup besok.')).not.toHaveProperty('code');
    expect((await lastTold(root)).payload).not.toHaveProperty('followers');
  });

  it('is followed by its reporter with the code alone, who reads what the public reads of the case', async () => {
    const root = await dispatched(service.ask, {
      body: 'Telepon saya di 0812-9999-0000, lubang sedalam 20 cm.',
    });
    const child = await submitted(service.ask, {}, stranger);
    await merged(child, root);
    const answer = { kind: 'INTERIM', body: 'Regu kami berangkat besok pagi.' };
    await act(service.ask, 'recordFollowUp', { reportId: root.id, ...answer }, worksOfficer);
    const fields = 'state body mergedInto { body reporter { handle } followUps { nodes { body } } }';
    const seen = await read(child, fields, stranger, child.accessCode);
    expect(seen).toMatchObject({
      state: 'MERGED',
      body: expect.stringContaining('0812-3456-7890') as unknown,
      mergedInto: { reporter: null, followUps: { nodes: [{ body: 'Regu kami berangkat besok pagi.' }] } },
    });
    expect(JSON.stringify(seen)).not.toContain('0812-9999');
  });
});

describe('merging on and on', () => {
  it('leads into the case at once, however it is named', async () => {
    const [root, first, second] = [
      await dispatched(service.ask),
      await submitted(service.ask),
      await submitted(service.ask),
    ];
    await merged(first, root);
    await merged(second, first);
    expect(await rootOf(second)).toBe(root.id);
  });

  it('takes along what was merged before', async () => {
    const [root, middle, leaf] = [
      await dispatched(service.ask),
      await submitted(service.ask),
      await submitted(service.ask),
    ];
    await merged(leaf, middle);
    await merged(middle, root);
    expect(await Promise.all([leaf, middle, root].map(rootOf))).toEqual([root.id, root.id, null]);
    const page = await read<{ mergedReports: { nodes: readonly { id: string }[] } }>(
      root,
      'mergedReports(first: 5) { nodes { id } }',
    );
    expect(page?.mergedReports.nodes.map(({ id }) => id).sort()).toEqual([leaf.id, middle.id].sort());
  });

  it('comes back to nobody: not to itself, nor to what is merged into it', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    await merged(child, root);
    const refusal = { __typename: 'MergeTargetUnfit', code: 'MERGE_TARGET_UNFIT' };
    expect(await merge(root, root)).toMatchObject(refusal);
    expect(await merge(root, child)).toMatchObject(refusal);
  });

  it('of two reports into each other at once succeeds once, without a deadlock', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await submitted(service.ask), await submitted(service.ask)];
      const outcomes = await Promise.all([merge(one, other), merge(other, one)]);
      expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
        'MergeReportsSuccess',
        'MergeTargetUnfit',
      ]);
    }
  });

  it('stays one deep, whatever is merged at once', async () => {
    const reports = await Promise.all(Array.from({ length: 6 }, () => submitted(service.ask)));
    const pairs = reports.map((report, index) => [report, reports[(index + 1) % reports.length]] as const);
    const outcomes = await Promise.all(pairs.map(([child, into]) => merge(child, into ?? child)));
    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(
      new Set(['MergeReportsSuccess', 'MergeTargetUnfit']),
    );
    const roots = await Promise.all(reports.map(rootOf));
    expect(roots.filter((root) => root === null)).toHaveLength(1);
    expect(new Set(roots).size).toBe(2);
  });

  it('is kept one deep by the database as well', async () => {
    const [root, middle, leaf] = [
      await dispatched(service.ask),
      await submitted(service.ask),
      await submitted(service.ask),
    ];
    await merged(middle, root);
    await merged(leaf, root);
    await expect(
      service.database.query('update report set merged_into_id = $1 where id = $2', [middle.id, leaf.id]),
    ).rejects.toMatchObject({ constraint: 'report_leads_to_one_that_is_not_merged' });
    await expect(
      service.database.query('update report set merged_into_id = id where id = $1', [leaf.id]),
    ).rejects.toMatchObject({ constraint: 'report_is_merged_into_another' });
    await expect(
      service.database.query('update report set merged_into_id = null where id = $1', [leaf.id]),
    ).rejects.toMatchObject({ constraint: 'report_is_merged_since_an_instant' });
  });
});

describe('what a report is merged into', () => {
  const reasonOf = async (child: Submitted, into: string, viewer = coordinatorBandung): Promise<unknown> => {
    const query = `mutation ($input: MergeReportsInput!) { outcome: mergeReports(input: $input) {
      __typename ... on Problem { code message } ... on MergeTargetUnfit { reason } } }`;
    const input = { reportId: child.id, intoReportId: into, reason: SAME };
    const { data, errors } = await service.ask(query, { input }, viewer);
    expect(errors).toEqual([]);
    return data?.outcome;
  };

  it('is open, or closed so recently that its reporter may reopen it', async () => {
    service.clock.set(FRIDAY);
    const [root, early, late] = [
      await responded(service.ask),
      await submitted(service.ask),
      await submitted(service.ask),
    ];
    await act(service.ask, 'confirmResolution', { reportId: root.id, rating: 5 }, warga);
    // Ten working days after Friday 10 July are over at the end of Friday the 24th.
    service.clock.set('2026-07-24T16:00:00Z');
    await merged(early, root);
    service.clock.set('2026-07-24T17:30:00Z');
    expect(await reasonOf(late, root.id)).toMatchObject({ reason: 'ENDED' });
    service.clock.set(FRIDAY);
  });

  it('is verified, if the report is', async () => {
    const [root, child] = [await submitted(service.ask), await dispatched(service.ask)];
    expect(await reasonOf(child, root.id)).toMatchObject({ reason: 'NOT_VERIFIED' });
  });

  it('is found alike, absent or hidden or no id at all', async () => {
    const child = await submitted(service.ask);
    const elsewhere = await submitted(service.ask, { agencyId: agencyId('KEMENKES') });
    const answers = await Promise.all(
      [elsewhere.id, '00000000-0000-4000-8000-000000000000', 'x'].map((id) => reasonOf(child, id)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'MergeTargetUnfit', reason: 'NOT_FOUND' });
  });

  it('lies with those who administer both', async () => {
    const child = await submitted(service.ask);
    const elsewhere = await submitted(service.ask, { agencyId: agencyId('KEMENKES') });
    const verification = { ...VERIFICATION, reportId: elsewhere.id, agencyId: agencyId('KEMENKES/01') };
    expect((await act(service.ask, 'verifyReport', verification, national)).report?.state).toBe('DISPATCHED');
    expect(await merge(child, elsewhere)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await merge(child, elsewhere, worksOfficer)).toMatchObject({ __typename: 'ReportNotFound' });
    expect(await merge(child, elsewhere, national)).toMatchObject({ __typename: 'MergeReportsSuccess' });
  });
});

describe('a report that is merged no longer', () => {
  it('stands where it stood, with the clocks that ran and the days that were due', async () => {
    service.clock.set(FRIDAY);
    const [root, child] = [await dispatched(service.ask), await dispatched(service.ask)];
    service.clock.set('2026-07-11T03:00:00Z');
    await act(service.ask, 'acceptReport', { reportId: child.id }, worksOfficer);
    const before = await runningOf(child);
    service.clock.set('2026-07-13T03:00:00Z');
    await merged(child, root);
    service.clock.set('2026-07-31T03:00:00Z');
    expect(await unmerge(child)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    const after = await runningOf(child);
    const due = (clocks: readonly ClockSeen[]): object =>
      Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt]));
    expect(due(after)).toEqual(due(before));
    // The merged time counted: what fell due in it is late.
    expect(after.find(({ kind }) => kind === 'RESOLUTION')?.breachedAt).toBe(
      before.find(({ kind }) => kind === 'RESOLUTION')?.dueAt,
    );
    expect(await rootOf(child)).toBeNull();
    expect(await read(child, 'agency { id } dispositions { to { id } } mergedInto { id }')).toEqual({
      agency: { id: agencyId('32.73/1.03') },
      dispositions: [{ to: { id: agencyId('32.73') } }, { to: { id: agencyId('32.73/1.03') } }],
      mergedInto: null,
    });
    service.clock.set(FRIDAY);
  });

  it('goes on as before: it is verified, and merged again', async () => {
    const [root, child] = [await dispatched(service.ask), await submitted(service.ask)];
    await merged(child, root);
    await unmerge(child);
    const verification = { ...VERIFICATION, reportId: child.id, agencyId: agencyId('32.73/1.03') };
    expect((await act(service.ask, 'verifyReport', verification, coordinatorBandung)).report?.state).toBe(
      'DISPATCHED',
    );
    await merged(child, root);
  });

  it('is for those who administer it, and for them once', async () => {
    const [root, child] = [await dispatched(service.ask), await dispatched(service.ask)];
    await merged(child, root);
    expect(await unmerge(child, warga)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await unmerge(child, worksOfficer)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await unmerge(child)).toMatchObject({ __typename: 'UnmergeReportSuccess' });
    expect(await unmerge(child)).toMatchObject({ __typename: 'ReportNotInState', state: 'DISPATCHED' });
  });
});

describe('a report whose case ends without an answer', () => {
  it.each([
    ['taken back by its reporter', 'withdrawReport', { confirm: true }, warga],
    [
      'set aside',
      'archiveReport',
      { reason: 'TOO_GENERAL', explanation: 'Tidak ada lokasi yang dapat diperiksa.' },
      coordinatorBandung,
    ],
  ] as const)('because that was %s goes on by itself', async (_how, name, input, viewer) => {
    const sweeper = await createSweeper(service);
    const [root, child, elsewhere] = [
      await submitted(service.ask),
      await submitted(service.ask, {}, otherCitizen),
      await dispatched(service.ask),
    ];
    const other = await submitted(service.ask);
    await merged(child, root);
    await merged(other, elsewhere);
    expect(await releaseLeftAlone(sweeper.parts)).toBe(0);
    expect((await act(service.ask, name, { reportId: root.id, ...input }, viewer)).__typename).toMatch(
      /Success$/,
    );
    expect(await releaseLeftAlone(sweeper.parts)).toBe(1);
    expect(await releaseLeftAlone(sweeper.parts)).toBe(0);
    const seen = await read<{ state: string; history: readonly object[] }>(
      child,
      'state history { act role reason }',
    );
    expect(seen?.state).toBe('SUBMITTED');
    expect(seen?.history.at(-1)).toEqual({
      act: 'UNMERGE',
      role: 'SYSTEM',
      reason: 'CASE_ENDED_WITHOUT_ANSWER',
    });
    expect((await runningOf(child)).map(({ kind }) => kind)).toEqual(['CITIZEN', 'HOLDER', 'VERIFICATION']);
    expect(await rootOf(other)).toBe(elsewhere.id);
    await sweeper.close();
  });
});
