import { type ListCase, type ListResult, measureList } from './lists.js';
import type { NationalHouse } from './national-house.js';
import { agencyId, CITY, MINISTRY, NATIONAL_DESK, OFFICE, PROVINCE, THE_PUBLIC } from './people.js';

const RUNS = 10;

const AGENCIES = [
  { who: 'the national desk', viewer: NATIONAL_DESK, code: 'NASIONAL' },
  { who: 'a ministry', viewer: MINISTRY, code: 'KEMENSOS' },
  { who: 'a province', viewer: PROVINCE, code: '32' },
  { who: 'a city', viewer: CITY, code: '32.73' },
  { who: 'an office of a city', viewer: OFFICE, code: '32.73/1.03' },
] as const;

const ORDERS = ['DUE_FIRST', 'NEWEST', 'OLDEST'] as const;

/** Filters that leave much, little, or nothing at all. */
const FILTERS: readonly (readonly [string, object])[] = [
  ['overdue', { isOverdue: true }],
  ['not overdue', { isOverdue: false }],
  ['in progress', { states: ['IN_PROGRESS'] }],
  ['returned', { states: ['RETURNED'] }],
  ['of one district', { regionCode: '32.73.08' }],
  ['of a far province', { regionCode: '96' }],
  ['of one topic', { categoryId: '08.001' }],
  ['aspirations', { types: ['ASPIRATION'] }],
  ['brought in person', { channels: ['WALK_IN'] }],
  ['of one day', { submittedFrom: '2026-03-10', submittedTo: '2026-03-10' }],
];

/** Inboxes and lists of agencies of every size, in every order, with and without filters. */
export async function benchInbox(house: NationalHouse): Promise<readonly ListResult[]> {
  const results: ListResult[] = [];
  for (const listCase of cases()) results.push(await measureList(house, listCase, RUNS));
  return results;
}

function cases(): readonly ListCase[] {
  const inboxes = AGENCIES.flatMap(({ who, viewer, code }) =>
    ORDERS.map((orderBy) => ({
      name: `Inbox of ${who}, ${orderBy}`,
      ...{ viewer, orderBy, filter: { agencyId: agencyId(code) }, isInbox: true },
    })),
  );
  const whole = AGENCIES.map(({ who, viewer, code }) => ({
    name: `All reports of ${who}, NEWEST`,
    ...{ viewer, orderBy: 'NEWEST' as const, filter: { agencyId: agencyId(code) } },
  }));
  const filtered = AGENCIES.flatMap(({ who, viewer, code }) =>
    FILTERS.flatMap(([what, filter]) => [
      {
        name: `Inbox of ${who}, DUE_FIRST, ${what}`,
        ...{
          viewer,
          orderBy: 'DUE_FIRST' as const,
          isInbox: true,
          filter: { ...filter, agencyId: agencyId(code) },
        },
      },
      {
        name: `All reports of ${who}, NEWEST, ${what}`,
        ...{ viewer, orderBy: 'NEWEST' as const, filter: { ...filter, agencyId: agencyId(code) } },
      },
    ]),
  );
  return [...inboxes, ...whole, ...filtered, ...OTHERS];
}

const OTHERS: readonly ListCase[] = [
  {
    name: 'Inbox of the national desk, DUE_FIRST, tenth page',
    ...{ viewer: NATIONAL_DESK, orderBy: 'DUE_FIRST', isInbox: true, page: 10 },
    filter: { agencyId: agencyId('NASIONAL') },
  },
  {
    name: 'A city, managed from the national desk, DUE_FIRST',
    ...{ viewer: NATIONAL_DESK, orderBy: 'DUE_FIRST', isInbox: true },
    filter: { agencyId: agencyId('32.73') },
  },
  {
    name: 'A city, as the public sees it, NEWEST',
    ...{ viewer: THE_PUBLIC, orderBy: 'NEWEST', isInbox: true },
    filter: { agencyId: agencyId('32.73') },
  },
  { name: 'The public list, NEWEST', viewer: THE_PUBLIC, orderBy: 'NEWEST', filter: null },
  {
    name: 'The public list, NEWEST, tenth page',
    viewer: THE_PUBLIC,
    orderBy: 'NEWEST',
    filter: null,
    page: 10,
  },
  {
    name: 'The public list, NEWEST, of one district',
    ...{ viewer: THE_PUBLIC, orderBy: 'NEWEST', filter: { regionCode: '32.73.08' } },
  },
];
