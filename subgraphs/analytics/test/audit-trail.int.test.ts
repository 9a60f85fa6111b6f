import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import pg from 'pg';
import { aDeed, recorded, trailOf } from './audit-world.js';
import { agencyTold, anAgency, type LoggedEvent, officerOf, startWorld, type World } from './world.js';

const desk = anAgency(null);
const province = anAgency(desk);
const city = anAgency(province);
const works = anAgency(city, 'ADMINISTRATIVE');
const health = anAgency(city, 'ADMINISTRATIVE');
const ministry = anAgency(desk);
const tree = [desk, province, city, works, health, ministry];

const liaison = officerOf(works, 'LIAISON_OFFICER');
const reportId = randomUUID();
const report = { kind: 'REPORT', id: reportId } as const;
const at = (minute: number): Date => new Date(Date.UTC(2026, 7, 3, 2, minute));

/** Told in this order; the day of the reporter begins before all of them. */
const told: Readonly<Record<string, LoggedEvent>> = {
  verified: recorded(
    aDeed(officerOf(city, 'COORDINATOR_ADMIN'), { subject: report, agencyIds: [city.id, works.id] }),
    at(1),
  ),
  accepted: recorded(aDeed(liaison, { action: 'acceptReport', subject: report }), at(2)),
  replied: recorded(
    { ...aDeed(liaison, { action: 'replyToReport', subject: report }), actor: { kind: 'REPORTER' } },
    at(3),
  ),
  refused: recorded(
    aDeed(liaison, { action: 'archiveReport', outcome: 'REFUSED', code: 'NotAllowed' }),
    at(4),
  ),
  read: recorded(
    aDeed(officerOf(ministry, 'OMBUDSMAN'), { action: 'readReport', outcome: 'READ', subject: report }),
    at(5),
  ),
  signedIn: recorded(
    {
      ...aDeed(liaison, { action: 'signIn', subject: null, agencyIds: [] }),
      actor: { kind: 'ACCOUNT', hash: 'h' },
    },
    at(6),
  ),
  declined: recorded(
    {
      ...aDeed(liaison, { action: 'declineOversight', subject: report, agencyIds: [], isPrivate: true }),
      actor: { kind: 'REPORTER' },
    },
    at(7),
  ),
  elsewhere: recorded(aDeed(officerOf(health, 'AGENCY_ADMIN'), { action: 'setAnswerPolicy' }), at(8)),
};

let world: World;

beforeAll(async () => {
  world = await startWorld();
  await world.tell('agencies', ...tree.map((agency) => agencyTold(agency)));
  await world.tell('reports', ...Object.values(told));
  await world.settle();
});
afterAll(() => world.close());

/** What somebody reads, by the names above. */
async function readBy(viewer: Viewer, filter: object = {}): Promise<readonly string[]> {
  const { nodes } = await trailOf(world, viewer, { filter });
  return nodes.map(({ id }) => Object.keys(told).find((name) => told[name]?.id === id) ?? id);
}

const national = officerOf(desk, 'NATIONAL_ADMIN');
const all = ['elsewhere', 'signedIn', 'read', 'refused', 'accepted', 'verified', 'replied'];

describe('the audit trail', () => {
  it.each(['NATIONAL_ADMIN', 'OMBUDSMAN'] as const)('is read whole by %s, newest first', async (role) => {
    expect(await readBy(officerOf(ministry, role))).toEqual(all);
  });

  it.each<[string, Viewer, readonly string[]]>([
    [
      'the coordinator of the city',
      officerOf(city, 'COORDINATOR_ADMIN'),
      ['elsewhere', 'refused', 'accepted', 'verified', 'replied'],
    ],
    [
      'the admin of the office',
      officerOf(works, 'AGENCY_ADMIN'),
      ['refused', 'accepted', 'verified', 'replied'],
    ],
    ['the admin next door', officerOf(health, 'AGENCY_ADMIN'), ['elsewhere']],
    ['a ministry', officerOf(ministry, 'COORDINATOR_ADMIN'), ['read']],
    [
      'the coordinator of the province, who manages nothing of the city',
      officerOf(province, 'COORDINATOR_ADMIN'),
      [],
    ],
    ['an officer of the office', liaison, []],
    ['KSP', officerOf(desk, 'KSP_VIEWER'), []],
    ['a citizen', { ...publicViewer(), isSignedIn: true }, []],
    ['the public', publicViewer(), []],
  ])('shows %s what concerns agencies that they manage', async (_who, viewer, names) => {
    expect(await readBy(viewer)).toEqual(names);
    for (const name of names) expect(await readBy(viewer, { subjectId: subjectOf(name) })).toContain(name);
    const hidden = all.filter((name) => !names.includes(name) && name !== 'signedIn');
    for (const name of hidden)
      expect(await readBy(viewer, { subjectId: subjectOf(name) })).not.toContain(name);
  });

  it('tells who, what, to what and why not, and of a reporter no more than the day', async () => {
    const { nodes } = await trailOf(world, national, { filter: { subjectId: reportId } });
    expect(nodes.find(({ action }) => action === 'replyToReport')).toEqual({
      id: told.replied?.id,
      at: '2026-08-02T17:00:00.000Z',
      isDayOnly: true,
      action: 'replyToReport',
      outcome: 'ACCEPTED',
      refusal: null,
      actor: { kind: 'REPORTER', officer: null, agency: null, accountOfTheDay: null },
      subject: { kind: 'REPORT', id: reportId, report: { id: reportId } },
    });
    const [refused] = (await trailOf(world, national, { filter: { outcome: 'REFUSED' } })).nodes;
    expect(refused).toMatchObject({
      at: '2026-08-03T02:04:00.000Z',
      refusal: 'NotAllowed',
      actor: {
        kind: 'OFFICER',
        officer: { id: liaison.appointments[0]?.officerId },
        agency: { id: works.id },
      },
    });
  });

  it('never shows what is between a reporter and the Ombudsman', async () => {
    for (const viewer of [national, officerOf(ministry, 'OMBUDSMAN')])
      for (const filter of [{}, { subjectId: reportId }, { action: 'declineOversight' }])
        expect(await readBy(viewer, filter)).not.toContain('declined');
  });

  it.each<[object, readonly string[]]>([
    [{ subjectId: reportId }, ['read', 'accepted', 'verified', 'replied']],
    [{ officerId: liaison.appointments[0]?.officerId }, ['refused', 'accepted']],
    [{ action: 'readReport' }, ['read']],
    [{ outcome: 'READ' }, ['read']],
    [{ agencyId: works.id }, ['refused', 'accepted', 'verified', 'replied']],
    [{ agencyId: works.id, action: 'acceptReport' }, ['accepted']],
    [{ fromDay: '2026-08-03', toDay: '2026-08-03' }, all],
    [{ toDay: '2026-08-02' }, []],
    [{ fromDay: '2026-08-04' }, []],
    [{ subjectId: 'x' }, []],
    [{ agencyId: "' or true" }, []],
    [{ action: 'verifyReport; drop table audit_entry' }, []],
  ])('is narrowed down by %j', async (filter, names) => {
    expect(await readBy(national, filter)).toEqual(names);
  });

  it('does not let a filter reach what a viewer does not', async () => {
    const admin = officerOf(works, 'AGENCY_ADMIN');
    expect(await readBy(admin, { agencyId: health.id })).toEqual([]);
    expect(await readBy(admin, { agencyId: works.id })).toEqual([
      'refused',
      'accepted',
      'verified',
      'replied',
    ]);
    expect(await readBy(admin, { action: 'readReport' })).toEqual([]);
    expect(
      await readBy(admin, { officerId: officerOf(health, 'AGENCY_ADMIN').appointments[0]?.officerId }),
    ).toEqual([]);
  });

  it.each<[string, Viewer]>([
    ['all', national],
    ['those of a house', officerOf(city, 'COORDINATOR_ADMIN')],
  ])('comes page by page for %s, without a gap', async (_whose, viewer) => {
    const whole = (await trailOf(world, viewer)).nodes.map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await trailOf(world, viewer, { first: 2, after });
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(whole);
  });

  it.each([0, 101])('refuses a page of %i, and a cursor that is none', async (first) => {
    await expect(trailOf(world, national, { first })).rejects.toThrow('BAD_USER_INPUT');
    await expect(trailOf(world, national, { after: 'x' })).rejects.toThrow('BAD_USER_INPUT');
  });

  it('is no part of what is counted', async () => {
    const { rows } = await world.rows.query('select from report_fact');
    expect(rows).toEqual([]);
  });
});

function subjectOf(name: string): string | undefined {
  return (told[name]?.payload as { subject: { id: string } | null }).subject?.id;
}

describe('a trail of many entries', () => {
  const admins = officerOf(works, 'AGENCY_ADMIN');

  beforeAll(async () => {
    await world.owner.query(FILL, [works.id, health.id]);
    await world.owner.query('vacuum analyze analytics.audit_entry, analytics.audit_concern');
  }, 60_000);

  it.each<[string, Viewer, object]>([
    ['the newest of all', national, {}],
    ['one report', national, { subjectId: reportId }],
    ['one officer', national, { officerId: liaison.appointments[0]?.officerId }],
    ['one action', national, { action: 'readReport' }],
    ['one day', national, { fromDay: '2026-08-03', toDay: '2026-08-03' }],
    ['one house', officerOf(city, 'COORDINATOR_ADMIN'), {}],
    ['one agency', admins, {}],
    ['one report within a house', admins, { subjectId: reportId }],
  ])('finds %s by an index, looking at few rows', async (_what, viewer, filter) => {
    const statements = await askedDuring(() => trailOf(world, viewer, { filter, first: 20 }));
    expect(statements).toHaveLength(1);
    for (const [text, values] of statements) {
      const { rows } = await world.rows.query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(
        `explain (analyze, format json) ${text}`,
        [...values],
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      if (!plan) throw new Error('No plan.');
      expect(scansOf(plan).filter((scan) => scan.startsWith('Seq Scan on audit'))).toEqual([]);
      expect(rowsSeen(plan)).toBeLessThan(2_000);
    }
  });
});

/** Statements about entries, with their values. */
async function askedDuring(work: () => Promise<unknown>): Promise<readonly [string, readonly unknown[]][]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls
      .map(([text, values]: readonly unknown[]): [string, unknown[]] => [
        String(text),
        (values ?? []) as unknown[],
      ])
      .filter(
        ([text]) => /select[^;]+from audit_(entry|concern)/.test(text) && !text.includes('order by position'),
      );
  } finally {
    query.mockRestore();
  }
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function scansOf(plan: Plan): readonly string[] {
  return nodesOf(plan).map((node) => `${node['Node Type']} on ${node['Relation Name'] ?? ''}`);
}

function rowsSeen(plan: Plan): number {
  return nodesOf(plan).reduce(
    (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    0,
  );
}

/** Thirty thousand entries of half a year, a third of them in the city, the rest in 400 agencies; not chained, since nobody verifies them. */
const FILL = /* sql */ `
  with made as (
    select n, gen_random_uuid() as id, gen_random_uuid() as subject_id,
           timestamptz '2026-08-01 00:00+00' - n * interval '9 minutes' as at
      from generate_series(1, 30000) as n
  ), entry as (
    insert into analytics.audit_entry (position, event_id, entry, hash, at, action, outcome, subject_id, officer_id, is_private)
    select n + 1000, id,
           jsonb_build_object('action', 'followUp', 'outcome', 'ACCEPTED', 'code', null, 'isPrivate', false,
                              'isDayOnly', false, 'actor', jsonb_build_object('kind', 'SOMEBODY'), 'agencyIds', '[]'::jsonb,
                              'subject', null, 'at', to_json(at)),
           sha256(id::text::bytea), at, case when n % 50 = 0 then 'readReport' else 'recordFollowUp' end, 'ACCEPTED',
           subject_id, gen_random_uuid(), false
      from made
  )
  insert into analytics.audit_concern (agency_id, at, event_id)
  select case when n % 3 > 0 then md5((n % 600)::text)::uuid when n % 2 = 0 then $1::uuid else $2::uuid end, at, id
    from made
`;
