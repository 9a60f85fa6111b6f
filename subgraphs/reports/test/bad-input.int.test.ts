import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import {
  act,
  dispatched,
  type Outcome,
  POTHOLE,
  responded,
  type Submitted,
  submitted,
  VERIFICATION,
} from './support/acts.js';
import { entities } from './support/entities.js';
import {
  coordinatorBandung,
  national,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { rowCounts } from './support/tables.js';

let service: ReportsService;
let unverified: Submitted;
let open: Submitted;
let answered: Submitted;
let closed: Submitted;
let rowsBefore: object;

beforeAll(async () => {
  service = await startReports();
  const { ask } = service;
  unverified = await submitted(ask);
  open = await dispatched(ask);
  answered = await responded(ask);
  closed = await responded(ask);
  await act(ask, 'confirmResolution', { reportId: closed.id }, warga);
  rowsBefore = await rowCounts(service.database);
}, 60_000);
afterAll(() => service.close());

/** What cannot be read, whichever text it stands in. */
const NUL = 'Ini teks yang cukup panjang\u0000 untuk laporan.';
const SURROGATE = 'Ini teks yang cukup panjang \uD83D untuk laporan.';
const OVERRIDE = 'Ini teks yang cukup panjang \u202E untuk laporan.';

/** An id that nobody has, and texts that are no ids at all. */
const NO_IDS = ['00000000-0000-4000-8000-000000000000', 'x', '1; drop table report', '\u0000', '%'];

type Expected = Partial<Outcome> | string;

/** Sends a mutation in both languages and shows that it changed nothing. */
async function refused(name: string, input: object, viewer: Viewer, expected: Expected): Promise<void> {
  const answers = await Promise.all(
    (['id', 'en'] as const).map((locale) => act(service.ask, name, input, { ...viewer, locale })),
  );
  for (const answer of answers) {
    expect(answer).toMatchObject(typeof expected === 'string' ? { __typename: expected } : expected);
    expect(answer.message).toMatch(/^[^{}]{15,}\.$/);
  }
  const [indonesian, english] = answers.map(({ message }) => message);
  expect(indonesian).not.toBe(english);
  expect(await rowCounts(service.database)).toEqual(rowsBefore);
}

function invalid(field: string): Expected {
  return { __typename: 'InvalidInput', code: 'INVALID_INPUT', field };
}

describe('submitting', () => {
  it.each<[string, object, Expected]>([
    ['without consent', { consent: false }, invalid('consent')],
    ['an empty title', { title: '' }, invalid('title')],
    ['a title that is too long', { title: 'a'.repeat(151) }, invalid('title')],
    ['an empty text', { body: ' \n ' }, invalid('body')],
    ['a text that is too short', { body: 'Jalan rusak.' }, invalid('body')],
    ['a text that is too long', { body: 'a'.repeat(8_001) }, invalid('body')],
    ['a NUL byte in the text', { body: NUL }, invalid('body')],
    ['half a character in the text', { body: SURROGATE }, invalid('body')],
    ['a mark that turns the reading around in the title', { title: OVERRIDE }, invalid('title')],
    ['a NUL byte in the place', { place: NUL }, invalid('place')],
    ['an incident of tomorrow', { incidentDate: '2026-07-11' }, invalid('incidentDate')],
    ['a region that cannot be one', { regionCode: "32'--" }, invalid('regionCode')],
    ['a key that can be guessed', { idempotencyKey: '1' }, invalid('idempotencyKey')],
    ['an agency that is closed', { agencyId: agencyId('LAMA') }, 'AgencyNotFound'],
  ])('does not take %s', async (_what, changes, expected) => {
    await refused('submitReport', { ...POTHOLE, ...changes }, warga, expected);
  });

  it.each(NO_IDS)('does not take %j for an agency', async (id) => {
    await refused('submitReport', { ...POTHOLE, agencyId: id }, stranger, 'AgencyNotFound');
  });

  it('does not take a day that no calendar has', async () => {
    for (const incidentDate of ['2026-02-30', 'kemarin', '']) {
      await expect(act(service.ask, 'submitReport', { ...POTHOLE, incidentDate }, warga)).rejects.toThrow(
        'BAD_USER_INPUT',
      );
    }
    expect(await rowCounts(service.database)).toEqual(rowsBefore);
  });
});

describe('verifying', () => {
  const verify = (changes: object, expected: Expected, viewer = coordinatorBandung): Promise<void> => {
    const input = { ...VERIFICATION, reportId: unverified.id, agencyId: agencyId('32.73'), ...changes };
    return refused('verifyReport', input, viewer, expected);
  };

  it.each<[string, object, Expected]>([
    ['an empty public title', { publicTitle: '' }, invalid('publicTitle')],
    ['a public title that cannot be read', { publicTitle: OVERRIDE }, invalid('publicTitle')],
    ['a public text that is too long', { publicBody: 'a'.repeat(8_001) }, invalid('publicBody')],
    ['a topic that has topics below it', { categoryId: '08' }, 'CategoryNotFound'],
    ['a closed agency', { agencyId: agencyId('LAMA') }, 'AgencyNotFound'],
    ['an agency of another house', { agencyId: agencyId('32/1.03') }, 'AgencyOutOfReach'],
    ['a key that can be guessed', { idempotencyKey: '' }, invalid('idempotencyKey')],
  ])('does not take %s', (_what, changes, expected) => verify(changes, expected));

  it.each(NO_IDS)('does not take %j for a topic or an agency', async (id) => {
    await verify({ categoryId: id }, 'CategoryNotFound');
    await verify({ agencyId: id }, 'AgencyNotFound', national);
    await verify({ reportId: id }, 'ReportNotFound');
  });

  it('is not for the officer next door, nor done twice', async () => {
    await verify({ reportId: open.id }, 'NotAllowed', worksOfficer);
    await verify({ reportId: open.id }, { __typename: 'ReportNotInState', state: 'DISPATCHED' });
  });
});

describe('archiving', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['a word', 'Bukan.'],
    ['a NUL byte', NUL],
    ['a book', 'a'.repeat(2_001)],
  ])('does not take %s for an explanation', async (_what, explanation) => {
    const input = { reportId: unverified.id, reason: 'SPAM', explanation };
    await refused('archiveReport', input, coordinatorBandung, invalid('explanation'));
  });

  it('knows no reason that says "another agency is competent"', async () => {
    const input = { reportId: unverified.id, reason: 'NOT_COMPETENT', explanation: 'Bukan wewenang kami.' };
    await expect(act(service.ask, 'archiveReport', input, national)).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('dispatching and returning', () => {
  it('takes no note and no explanation that cannot be read', async () => {
    const target = { reportId: open.id, agencyId: agencyId('32.73/1.02') };
    await refused('dispatchReport', { ...target, note: NUL }, coordinatorBandung, invalid('note'));
    const back = { reportId: open.id, reason: 'WRONG_REGION', explanation: SURROGATE };
    await refused('returnReport', back, worksOfficer, invalid('explanation'));
  });

  it.each(NO_IDS)('does not take %j for an agency', async (id) => {
    await refused('dispatchReport', { reportId: open.id, agencyId: id }, national, 'AgencyNotFound');
    const back = {
      reportId: open.id,
      reason: 'WRONG_REGION',
      explanation: 'Ini di kota lain.',
      suggestedAgencyId: id,
    };
    await refused('returnReport', back, worksOfficer, 'AgencyNotFound');
  });

  it('is not done to a closed report, nor by who may only look', async () => {
    const target = { reportId: closed.id, agencyId: agencyId('32.73/1.02') };
    await refused('dispatchReport', target, coordinatorBandung, {
      __typename: 'ReportNotInState',
      state: 'CLOSED',
    });
    const back = { reportId: open.id, reason: 'WRONG_REGION', explanation: 'Ini di kota lain.' };
    await refused('returnReport', back, otherCitizen, 'NotAllowed');
  });
});

describe('following up', () => {
  const answer = { kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };

  it.each<[string, object, Expected]>([
    ['an empty text', { body: '' }, invalid('body')],
    ['a text that is too long', { body: 'a'.repeat(8_001) }, invalid('body')],
    ['a NUL byte', { body: NUL }, invalid('body')],
    ['an answer without an outcome', { outcome: null }, invalid('outcome')],
    ['an outcome of something that is no answer', { kind: 'INTERIM' }, invalid('outcome')],
    ['a promise without a day', { outcome: 'SCHEDULED' }, invalid('promisedDate')],
    ['a promise for today', { outcome: 'SCHEDULED', promisedDate: '2026-07-10' }, invalid('promisedDate')],
    ['a key that can be guessed', { idempotencyKey: 'x' }, invalid('idempotencyKey')],
  ])('does not take %s', async (_what, changes, expected) => {
    await refused('recordFollowUp', { reportId: open.id, ...answer, ...changes }, worksOfficer, expected);
  });

  it('is not done to a closed report, nor by who does not hold it', async () => {
    await refused('acceptReport', { reportId: closed.id }, worksOfficer, 'ReportNotInState');
    await refused('recordFollowUp', { reportId: closed.id, ...answer }, worksOfficer, 'ReportNotInState');
    await refused('recordFollowUp', { reportId: open.id, ...answer }, coordinatorBandung, 'NotAllowed');
  });
});

describe('the word of the reporter', () => {
  it.each([0, 6, -1, 9])('is no rating of %i', async (rating) => {
    await refused('confirmResolution', { reportId: answered.id, rating }, warga, invalid('rating'));
  });

  it.each([
    ['nothing', ''],
    ['two letters', 'ya'],
    ['a NUL byte', NUL],
    ['a mark that turns the reading around', OVERRIDE],
    ['a book', 'a'.repeat(4_001)],
  ])('is no reply of %s', async (_what, body) => {
    await refused('replyToReport', { reportId: answered.id, body }, warga, invalid('body'));
  });

  it.each(['', 'salah', '0000000000', 'éééééééééé', '          '])(
    'is not opened by the code %j',
    async (accessCode) => {
      await refused('confirmResolution', { reportId: answered.id, accessCode }, stranger, 'NotAllowed');
    },
  );

  it('comes too late for a closed report', async () => {
    await refused(
      'replyToReport',
      { reportId: closed.id, body: 'Belum selesai.' },
      warga,
      'ReportNotInState',
    );
  });
});

describe('paging', () => {
  const inbox = { __typename: 'Agency', id: agencyId('32.73') };

  it.each(['first: 0', 'first: -1', 'first: 101', 'first: 1000', 'after: "forged"', 'after: ""'])(
    'does not take %s',
    async (args) => {
      const answers = [
        await service.ask(`{ reports(${args}) { nodes { id } } }`),
        await entities(
          service.ask,
          [inbox],
          `... on Agency { inbox(${args}) { nodes { id } } }`,
          coordinatorBandung,
        ),
      ];
      for (const { errors } of answers) expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    },
  );

  it('takes no cursor of another list', async () => {
    const query = 'query ($id: ID!) { report(trackingId: $id) { followUps { pageInfo { endCursor } } } }';
    const { data } = await service.ask(query, { id: answered.trackingId });
    const { endCursor } = (data as { report: { followUps: { pageInfo: { endCursor: string } } } }).report
      .followUps.pageInfo;
    const { errors } = await service.ask('query ($after: ID) { reports(after: $after) { nodes { id } } }', {
      after: endCursor,
    });
    expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it.each(NO_IDS)('finds nothing for %j, and asks nothing that the database cannot answer', async (id) => {
    for (const condition of ['agencyId', 'categoryId', 'regionCode']) {
      const query = 'query ($filter: ReportFilter) { reports(filter: $filter) { nodes { id } } }';
      const { data, errors } = await service.ask(query, { filter: { [condition]: id } }, national);
      expect({ data, errors }).toEqual({ data: { reports: { nodes: [] } }, errors: [] });
    }
    const references = ['Report', 'FollowUp', 'Category'].map((__typename) => ({ __typename, id }));
    const answer = await entities(service.ask, references, '__typename', national);
    expect(answer).toMatchObject({ data: { _entities: [null, null, null] }, errors: [] });
    const agency = await entities(
      service.ask,
      [{ __typename: 'Agency', id }],
      '... on Agency { inbox { nodes { id } } }',
      national,
    );
    expect(agency).toMatchObject({ data: { _entities: [{ inbox: { nodes: [] } }] }, errors: [] });
  });
});
