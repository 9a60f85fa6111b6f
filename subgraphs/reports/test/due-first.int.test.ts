import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { OPEN_STATES } from '../src/report/report-state.js';
import { act, dispatched, responded, submitted } from './support/acts.js';
import { entities } from './support/entities.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  national,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';

const BANDUNG = agencyId('32.73');

let service: ReportsService;
/** The reports, by what is next in them. */
let reports: Readonly<Record<string, string>>;

beforeAll(async () => {
  service = await startReports();
  const { ask, clock } = service;
  clock.set('2026-07-06T02:00:00.000Z');
  const answered = await responded(ask);
  const worked = await dispatched(ask, { isSecret: true });
  const first = { kind: 'INTERIM', body: 'Sudah kami jadwalkan pekan depan.' };
  await act(ask, 'recordFollowUp', { reportId: worked.id, ...first }, worksOfficer);
  clock.set('2026-07-07T02:00:00.000Z');
  const awaited = await submitted(ask);
  const question = { reportId: awaited.id, missing: ['PLACE'], message: 'Di sebelah mana lubang itu?' };
  await act(ask, 'requestCompletion', question, coordinatorBandung);
  const untouched = await dispatched(ask);
  const alike = await dispatched(ask, { isAnonymous: true });
  clock.set('2026-07-08T02:00:00.000Z');
  const unread = await submitted(ask);
  clock.set('2026-07-09T02:00:00.000Z');
  const returned = await dispatched(ask);
  const reason = { reason: 'NOT_COMPETENT', explanation: 'Jalan ini milik kementerian, bukan kota.' };
  await act(ask, 'returnReport', { reportId: returned.id, ...reason }, worksOfficer);
  reports = Object.fromEntries(
    Object.entries({ answered, worked, awaited, untouched, alike, returned, unread }).map(
      ([name, { id }]) => [name, id],
    ),
  );
}, 60_000);
afterAll(() => service.close());

interface Listed {
  readonly id: string;
  readonly clocks: readonly {
    readonly kind: string;
    readonly state: string;
    readonly dueAt: string | null;
  }[];
}

/** The inbox of Bandung, read page by page. */
async function inbox(viewer: Viewer, args = 'first: 100'): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (let after = '', more = true; more;) {
    const fields = `... on Agency { inbox(${args} ${after}) {
      nodes { id clocks { kind state dueAt } } pageInfo { hasNextPage endCursor } } }`;
    const { data, errors } = await entities(
      service.ask,
      [{ __typename: 'Agency', id: BANDUNG }],
      fields,
      viewer,
    );
    expect(errors).toEqual([]);
    const [page] = (
      data as {
        _entities: { inbox: { nodes: Listed[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }[];
      }
    )._entities;
    all.push(...(page?.inbox.nodes ?? []));
    more = page?.inbox.pageInfo.hasNextPage ?? false;
    after = `after: "${page?.inbox.pageInfo.endCursor ?? ''}"`;
  }
  return all;
}

const ids = (list: readonly Listed[]): readonly string[] => list.map(({ id }) => id);

/** The next deadline that runs against an agency, as the clocks of a report show it. */
function nextDeadline({ clocks }: Listed): string {
  const kinds = ['VERIFICATION', 'FIRST_FOLLOW_UP', 'RESOLUTION', 'REDISPATCH'];
  const running = clocks.filter(({ kind, state }) => kinds.includes(kind) && state === 'RUNNING');
  return running.map(({ dueAt }) => dueAt ?? 'none').sort()[0] ?? 'none';
}

/** The reports by what is next in them, in the order in which they are listed; equals by their names. */
function named(list: readonly string[]): readonly string[] {
  return list.map((id) => Object.keys(reports).find((name) => reports[name] === id) ?? id);
}

describe('the inbox of an agency', () => {
  it('begins with what is due first, and ends with what waits for somebody else', async () => {
    const list = await inbox(coordinatorBandung);
    const order = named(ids(list));
    expect(order.slice(0, 2)).toEqual(['returned', 'unread']);
    expect(order.slice(2, 4).toSorted()).toEqual(['alike', 'untouched']);
    expect(order[4]).toBe('worked');
    expect(order.slice(5).toSorted()).toEqual(['answered', 'awaited']);
    const keys = list.map((report) => `${nextDeadline(report)} ${report.id}`);
    expect(keys).toEqual(keys.toSorted());
    expect(list.map(nextDeadline).filter((due) => due === 'none')).toHaveLength(2);
  });

  it.each([1, 2, 3])(
    'is the same when it is read %d at a time, also past those without a deadline',
    async (first) => {
      const whole = await inbox(coordinatorBandung);
      expect(await inbox(coordinatorBandung, `first: ${String(first)}`)).toEqual(whole);
    },
  );

  it('holds the same reports in every order', async () => {
    for (const viewer of [coordinatorBandung, coordinatorJabar, worksOfficer, national]) {
      const byDue = ids(await inbox(viewer));
      const byAge = ids(await inbox(viewer, 'orderBy: OLDEST'));
      expect(byDue.toSorted()).toEqual(byAge.toSorted());
      expect(ids(await inbox(viewer, 'orderBy: NEWEST'))).toEqual(byAge.toReversed());
      expect(ids(await inbox(viewer, 'orderBy: DUE_FIRST'))).toEqual(byDue);
    }
    expect(await inbox(coordinatorBandung)).toHaveLength(7);
  });

  it('tells the public of open published reports, the newest first', async () => {
    const list = await inbox(stranger);
    expect(named(ids(list)).toSorted()).toEqual(['alike', 'answered', 'returned', 'untouched']);
    expect(ids(list)).toEqual(ids(await inbox(stranger, 'orderBy: OLDEST')).toReversed());
  });
});

describe('a list in the order of deadlines', () => {
  it('is paged for an officer like any other list', async () => {
    const whole = await found(service.ask, {}, worksOfficer, { orderBy: 'DUE_FIRST' });
    const open = { states: [...OPEN_STATES] };
    expect(whole.toSorted()).toEqual((await found(service.ask, open, worksOfficer)).toSorted());
    const pages = await found(service.ask, {}, worksOfficer, { orderBy: 'DUE_FIRST', first: 2 });
    expect(pages).toEqual(whole);
  });

  it('leaves out what has ended, whatever states are asked for', async () => {
    const { ask } = service;
    const ended = await submitted(ask);
    await act(ask, 'withdrawReport', { reportId: ended.id, confirm: true }, warga);
    expect(await found(ask, { states: ['WITHDRAWN'] }, coordinatorBandung)).toEqual([ended.id]);
    const byDue = (filter: object) => found(ask, filter, coordinatorBandung, { orderBy: 'DUE_FIRST' });
    expect(await byDue({})).not.toContain(ended.id);
    expect(await byDue({ states: ['WITHDRAWN'] })).toEqual([]);
    expect(named(await byDue({ states: ['RETURNED', 'WITHDRAWN'] }))).toEqual(['returned']);
  });

  it('can leave out what is late, and then still holds what was returned', async () => {
    const { ask, clock } = service;
    clock.set('2026-07-15T02:00:00.000Z');
    const byDue = (filter: object, first?: number) =>
      found(ask, filter, coordinatorBandung, { orderBy: 'DUE_FIRST', ...(first && { first }) });
    const late = await byDue({ isOverdue: true });
    expect(named(late)).toEqual(expect.arrayContaining(['unread', 'untouched']));
    const rest = (await byDue({})).filter((id) => !late.includes(id));
    expect(named(rest)).toEqual(expect.arrayContaining(['returned', 'worked', 'awaited']));
    for (const first of [1, 2, 100]) expect(await byDue({ isOverdue: false }, first)).toEqual(rest);
  });

  it('holds the same within an agency, of whatever kind it is to be', async () => {
    const kinds = [
      { regionCode: '32.73' },
      { regionCode: '96' },
      { types: ['COMPLAINT_GENERAL'] },
      { types: ['ASPIRATION'] },
      { categoryId: '08' },
      { channels: ['WEB'], categoryId: '08.001' },
      { channels: ['SMS'] },
      { regionCode: '%' },
    ];
    for (const orderBy of ['DUE_FIRST', 'OLDEST'])
      for (const kind of kinds) {
        const everywhere = await found(service.ask, kind, coordinatorBandung, { orderBy });
        const within = await found(service.ask, { ...kind, agencyId: BANDUNG }, coordinatorBandung, {
          orderBy,
        });
        expect(within).toEqual(everywhere);
      }
  });

  it('is refused to who has no post', async () => {
    const fields = `... on Agency { inbox(orderBy: DUE_FIRST) { nodes { id } } }`;
    for (const viewer of [stranger, warga]) {
      const answers = [
        await service.ask('{ reports(orderBy: DUE_FIRST) { nodes { id } } }', {}, viewer),
        await entities(service.ask, [{ __typename: 'Agency', id: BANDUNG }], fields, viewer),
      ];
      for (const { errors } of answers)
        expect(errors).toMatchObject([
          { message: '`orderBy: DUE_FIRST` is for officers.', extensions: { code: 'BAD_USER_INPUT' } },
        ]);
    }
  });

  it('moves a report up as soon as its next deadline is nearer', async () => {
    const { ask, clock } = service;
    const before = named(ids(await inbox(coordinatorBandung)));
    expect(before.indexOf('awaited')).toBeGreaterThan(before.indexOf('untouched'));
    clock.set('2026-07-09T03:00:00.000Z');
    const answer = { reportId: reports.awaited, text: 'Di depan nomor 12.', place: 'Jalan Braga 12' };
    await act(ask, 'completeReport', answer, warga);
    const after = named(ids(await inbox(coordinatorBandung)));
    expect(after.indexOf('awaited')).toBeLessThan(after.indexOf('worked'));
    expect(after.at(-1)).toBe('answered');
  });

  it('knows of each report the deadline that its clocks tell', async () => {
    const unlike = await service.database.query<unknown[]>(/* sql */ `
      select id from report
       where next_due_at is distinct from (
               select min(due_at) from clock where clock.report_id = report.id and ended_at is null
                  and kind in ('VERIFICATION', 'FIRST_FOLLOW_UP', 'RESOLUTION', 'REDISPATCH'))
    `);
    expect(unlike).toEqual([]);
  });
});
