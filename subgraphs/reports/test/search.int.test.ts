import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { act, dispatched, type Submitted, submitted, VERIFICATION } from './support/acts.js';
import { entities } from './support/entities.js';
import { coordinatorBandung, national, stranger, worksOfficer } from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';

/** What the public reads, by the name under which the tests know it. */
const STORIES = {
  lamp: ['Lampu penerangan yang padam', 'Perbaikan lampunya sudah kami minta sejak Maret di Jalan Sukajadi.'],
  drain: [
    'Saluran tersumbat',
    'Lampu tidak ada masalah, tetapi got di Jalan Sukajadi tersumbat sampah pasar.',
  ],
  levy: ['Pungutan di sekolah', 'Orang tua murid diminta membayar uang bangku sekolah, tanpa kuitansi.'],
} as const;
type Story = keyof typeof STORIES;

let service: ReportsService;
const reports = new Map<string, Story>();

beforeAll(async () => {
  service = await startReports();
  for (const [story, [title, body]] of Object.entries(STORIES)) {
    const report = await submitted(service.ask, { title, body, place: `Kampung Nangka` });
    const texts = { publicTitle: title, publicBody: body };
    const input = { ...VERIFICATION, ...texts, reportId: report.id, agencyId: agencyId('32.73/1.03') };
    const outcome = await act(service.ask, 'verifyReport', input, coordinatorBandung);
    expect(outcome.report?.state).toBe('DISPATCHED');
    reports.set(report.id, story as Story);
  }
}, 60_000);
afterAll(() => service.close());

async function stories(query: string, viewer = stranger): Promise<readonly (Story | undefined)[]> {
  return (await found(service.ask, { query }, viewer)).map((id) => reports.get(id)).sort();
}

describe('a search', () => {
  it.each<[string, string, readonly Story[]]>([
    ['a word', 'sampah', ['drain']],
    ['a word in capitals', 'SAMPAH', ['drain']],
    ['words that must all be there', 'lampu sukajadi', ['drain', 'lamp']],
    ['words of which one is not there', 'lampu kuitansi', []],
    ['another form of the same stem', 'memperbaiki', ['lamp']],
    ['the form that was written', 'perbaikan', ['lamp']],
    ['a passive form', 'diperbaiki', ['lamp']],
    ['the bare stem', 'pungut', ['levy']],
    ['a form with a suffix that was not written', 'lampu', ['drain', 'lamp']],
    ['a word that merely begins like one', 'lam', []],
    ['words side by side', '"jalan sukajadi"', ['drain', 'lamp']],
    ['words that stand apart', '"lampu sukajadi"', []],
    ['words between which only a stop word stands', '"penerangan padam"', ['lamp']],
    ['the same with another stop word between', '"penerangan telah padam"', ['lamp']],
    ['a phrase that is not ended', '"jalan sukajadi', ['drain', 'lamp']],
    ['a word and not another', 'lampu -pasar', ['lamp']],
    ['a word and not a phrase', 'sukajadi -"got jalan"', ['lamp']],
    ['only what is not there', '-sukajadi', ['levy']],
    ['one word or the other', 'kuitansi or sampah', ['drain', 'levy']],
    ['words around a lone minus', 'sampah - pasar', ['drain']],
    ['no more than once what is excluded twice', 'lampu --pasar', ['lamp']],
    ['a word among stop words', 'di mana yang sampah itu', ['drain']],
    ['a word after a stop word with a minus', '-di sampah', ['drain']],
    ['a word after a phrase of stop words with a minus', '-"yang di" sampah', ['drain']],
  ])('finds %s: %s', async (_what, query, expected) => {
    expect(await stories(query)).toEqual(expected);
  });

  it.each([
    'yang',
    'di mana',
    '"yang di"',
    '-di',
    '-"dan"',
    '--',
    '""',
    '!!',
    `' " \\ : * & | ! <->`,
    '🚧🚧',
    '%%',
    '__',
  ])('finds nothing, and no error, for %s', async (query) => {
    expect(await stories(query)).toEqual([]);
    expect(await stories(query, national)).toEqual([]);
  });

  it.each([
    `sampah' or true --`,
    'sampah" or "',
    'sampah\\',
    'sampah:*',
    'sampah & !sampah',
    'sampah | x',
    '!sampah',
    'sampah <-> pasar',
    '(sampah',
    'sampah:A',
    '$1 sampah',
    "'); drop table report; --",
  ])('takes marks for marks, never for a language of the database: %s', async (query) => {
    const first = await stories(query);
    expect(first.every((story) => story === 'drain')).toBe(true);
    expect(await stories('lampu')).toEqual(['drain', 'lamp']);
  });

  it('does not take a part of a word with a star after it for a beginning', async () => {
    expect(await stories('sam:*')).toEqual([]);
  });

  it.each(['', ' ', 'a', ' a ', 'a'.repeat(201), 'a '.repeat(5_000), 'a\u0000b', 'a\u202Eb', 'a\u001Bb'])(
    'is refused with a sentence for %j',
    async (query) => {
      for (const viewer of [stranger, national]) {
        const { errors } = await service.ask(
          'query ($filter: ReportFilter) { reports(filter: $filter) { nodes { id } } }',
          { filter: { query } },
          viewer,
        );
        expect(errors).toMatchObject([
          {
            message: '`filter.query` must be a readable text of 2 to 200 characters.',
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ]);
      }
    },
  );

  it('takes two hundred characters of any kind', async () => {
    expect(await stories('"'.repeat(200))).toEqual([]);
    for (const marks of ['-', '- ', '-!', '-(', '-"']) expect(await stories(marks.repeat(100))).toEqual([]);
    expect(await stories('-'.repeat(200))).toEqual([]);
    expect(await stories(`sampah${' di'.repeat(64)}`)).toEqual(['drain']);
    expect(await stories('🚧'.repeat(200))).toEqual([]);
  });

  it('understands whatever is typed', async () => {
    const BITS = [
      '-',
      '"',
      ' ',
      'sampah',
      'a',
      'or ',
      '- ',
      '-"',
      '""',
      ' - "',
      "'",
      '(',
      ':',
      'or -',
      '\\',
      'di',
      '!',
    ];
    const typed = fc.array(fc.constantFrom(...BITS), { minLength: 1, maxLength: 60 });
    const repeated = fc.tuple(
      fc.array(fc.constantFrom(...BITS), { minLength: 1, maxLength: 3 }),
      fc.nat(190),
    );
    const texts = fc.oneof(
      typed.map((bits) => bits.join('')),
      repeated.map(([bits, times]) =>
        bits
          .join('')
          .repeat(times + 1)
          .slice(0, 200),
      ),
      fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !text.includes('\0')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        await service.database.query('select words_sought($1)', [text]);
      }),
      { numRuns: 600 },
    );
  });

  it('finds the place for the office, which the public does not search', async () => {
    expect(await stories('nangka')).toEqual([]);
    expect(await stories('nangka', worksOfficer)).toEqual(['drain', 'lamp', 'levy']);
  });

  it('finds by the words that a report has now', async () => {
    const report = await dispatched(service.ask, { title: 'Pagar roboh di taman kota' });
    const byOffice = (query: string): Promise<readonly string[]> =>
      found(service.ask, { query }, worksOfficer);
    expect(await byOffice('roboh')).toEqual([report.id]);
    await service.database.query("update report set title = 'Pagar miring' where id = $1", [report.id]);
    expect(await byOffice('roboh')).toEqual([]);
    expect(await byOffice('miring')).toEqual([report.id]);
  });
});

describe('an inbox and a list of an agency', () => {
  it('search among their own', async () => {
    const fields = `... on Agency {
      inbox(filter: { query: "sampah" }) { nodes { id } }
      reports(filter: { query: "sampah" }) { nodes { id } }
    }`;
    for (const [code, count] of [
      ['32.73/1.03', 1],
      ['32.73/1.02', 0],
    ] as const) {
      const agency = { __typename: 'Agency', id: agencyId(code) };
      const { data, errors } = await entities(service.ask, [agency], fields, worksOfficer);
      expect(errors).toEqual([]);
      const [lists] = (data as { _entities: { inbox: { nodes: object[] }; reports: { nodes: object[] } }[] })
        ._entities;
      expect(lists?.inbox.nodes).toHaveLength(count);
      expect(lists?.reports.nodes).toHaveLength(count);
    }
  });
});

describe('a filter', () => {
  const WORD = { query: 'jembatan' };
  let july1: Submitted;
  let july2: Submitted;

  beforeAll(async () => {
    const { ask, clock } = service;
    clock.set('2026-07-01T16:59:59.999Z');
    july1 = await dispatched(ask, { title: 'Jembatan retak' });
    clock.set('2026-07-01T17:00:00.000Z');
    july2 = await submitted(ask, { title: 'Jembatan hanyut' });
    await service.database.query("update report set channel = 'SMS' where id = $1", [july2.id]);
    clock.set(FRIDAY);
  });

  it.each<[string, object, () => readonly string[]]>([
    ['up to a day in Jakarta', { submittedTo: '2026-07-01' }, () => [july1.id]],
    ['from a day in Jakarta', { submittedFrom: '2026-07-02' }, () => [july2.id]],
    ['within one day', { submittedFrom: '2026-07-01', submittedTo: '2026-07-01' }, () => [july1.id]],
    ['within days', { submittedFrom: '2026-07-01', submittedTo: '2026-07-02' }, () => [july2.id, july1.id]],
    ['within no days', { submittedFrom: '2026-07-02', submittedTo: '2026-07-01' }, () => []],
    ['from the first day of all', { submittedFrom: '0001-01-01' }, () => [july2.id, july1.id]],
    ['to the last day of all', { submittedTo: '9999-12-31' }, () => [july2.id, july1.id]],
    ['by a channel', { channels: ['SMS'] }, () => [july2.id]],
    ['by channels', { channels: ['SMS', 'WEB'] }, () => [july2.id, july1.id]],
    ['by no channel', { channels: [] }, () => []],
    [
      'together with all others',
      { channels: ['WEB'], regionCode: '32', states: ['DISPATCHED'] },
      () => [july1.id],
    ],
    ['together with one that finds nothing', { channels: ['SMS'], states: ['DISPATCHED'] }, () => []],
    [
      'by nulls',
      { channels: null, submittedFrom: null, submittedTo: null, isOverdue: null },
      () => [july2.id, july1.id],
    ],
  ])('finds %s', async (_what, filter, expected) => {
    expect(await found(service.ask, { ...WORD, ...filter }, national)).toEqual(expected());
  });

  it.each(['2026-02-30', '2026-7-1', 'kemarin', '2026-07-01T00:00:00Z'])(
    'does not take the day %s',
    async (day) => {
      const query = 'query ($filter: ReportFilter) { reports(filter: $filter) { nodes { id } } }';
      const { errors } = await service.ask(query, { filter: { submittedFrom: day } });
      expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    },
  );

  it('knows what is overdue from the instant on at which a deadline is past', async () => {
    const { ask, clock } = service;
    const overdue = (isOverdue: boolean): Promise<readonly string[]> =>
      found(ask, { ...WORD, isOverdue }, national);
    // Two waits of three and five working days that began on 1 and 2 July, a Wednesday and a Thursday.
    clock.set('2026-07-07T16:59:59.999Z');
    expect([await overdue(true), await overdue(false)]).toEqual([[], [july2.id, july1.id]]);
    clock.set('2026-07-07T17:00:00.000Z');
    expect([await overdue(true), await overdue(false)]).toEqual([[july2.id], [july1.id]]);
    clock.set('2026-07-08T17:00:00.000Z');
    expect([await overdue(true), await overdue(false)]).toEqual([[july2.id, july1.id], []]);
    expect(await found(ask, { submittedTo: '2026-07-01', isOverdue: true })).toEqual([july1.id]);
  });

  it('does not hold it against an office that a clock had stopped late', async () => {
    const { ask, clock } = service;
    clock.set('2026-07-09T05:00:00.000Z');
    const answer = { kind: 'FINAL', outcome: 'FIXED', body: 'Jembatan sudah diperbaiki.' };
    await act(ask, 'recordFollowUp', { reportId: july1.id, ...answer }, worksOfficer);
    expect(await found(ask, { ...WORD, isOverdue: true }, national)).toEqual([july2.id]);
  });
});

describe('pages of a search', () => {
  const query = 'halte';

  beforeAll(async () => {
    for (let number = 0; number < 7; number += 1) {
      // Three share an instant: then the id decides.
      service.clock.set(new Date(Date.parse(FRIDAY) + Math.floor(number / 3) * 60_000).toISOString());
      await dispatched(service.ask, { title: `Halte rusak nomor ${String(number)}` });
      await service.database.query(
        "update report set public_title = title where title like 'Halte%' and public_title <> title",
      );
    }
  });

  it.each(['the public', 'an officer'])(
    'follow one another without a gap or a repetition for %s',
    async (who) => {
      const viewer = who === 'the public' ? stranger : worksOfficer;
      const whole = await found(service.ask, { query }, viewer);
      expect(new Set(whole).size).toBe(7);
      for (const first of [1, 2, 3])
        expect(await found(service.ask, { query }, viewer, { first })).toEqual(whole);
      expect(await found(service.ask, { query }, viewer, { first: 2, orderBy: 'OLDEST' })).toEqual(
        whole.toReversed(),
      );
    },
  );

  it('are not moved by what comes in meanwhile', async () => {
    const page = `query ($after: ID) { reports(first: 3, after: $after, filter: { query: "${query}" }) {
      nodes { id } pageInfo { endCursor } } }`;
    const whole = await found(service.ask, { query }, worksOfficer);
    const { data } = await service.ask(page, {}, worksOfficer);
    const { endCursor } = (data as { reports: { pageInfo: { endCursor: string } } }).reports.pageInfo;
    await dispatched(service.ask, { title: 'Halte baru yang rusak' });
    const next = await service.ask(page, { after: endCursor }, worksOfficer);
    const { nodes } = (next.data as { reports: { nodes: { id: string }[] } }).reports;
    expect(nodes.map(({ id }) => id)).toEqual(whole.slice(3, 6));
  });
});
