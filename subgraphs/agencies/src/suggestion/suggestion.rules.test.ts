import { describe, expect, it } from '@jest/globals';
import type { CoverageFacts } from './coverage-facts.js';
import { type Draft, rankAgencies } from './suggestion.rules.js';

const FACTS: CoverageFacts = {
  offices: [
    {
      code: '1.03',
      levels: ['PROVINCE', 'REGENCY', 'CITY'],
      phrases: ['jalan berlubang', 'jembatan'],
      categoryIds: ['08'],
    },
    { code: '1.04', levels: ['PROVINCE', 'REGENCY', 'CITY'], phrases: ['rusun'], categoryIds: ['08'] },
    { code: '3.29', levels: ['PROVINCE'], phrases: ['tambang'], categoryIds: ['16'] },
  ],
  institutions: [{ code: 'PLN', phrases: ['listrik'], categoryIds: ['16.010'] }],
  governmentPhrases: ['air mati'],
  categoryNames: new Map([
    ['08', 'Pekerjaan Umum dan Penataan Ruang'],
    ['08.007', 'Jalan Berlubang'],
    ['16', 'Energi dan Sumber Daya Alam'],
    ['16.010', 'Pemadaman Listrik'],
  ]),
  dependentRegions: new Set(['31.74']),
};
const NOTHING: Draft = { title: null, body: null, categoryId: null, regionCode: null };
const BANDUNG = '32.73.06.1003';

function codes(draft: Partial<Draft>): readonly string[] {
  return rankAgencies({ ...NOTHING, ...draft }, FACTS).map(({ code }) => code);
}

describe('Agencies for a draft', () => {
  it('are none while nothing is known', () => {
    expect(codes({})).toEqual([]);
  });

  it('begin with the office whose matter it is, at the place', () => {
    const ranked = rankAgencies(
      { ...NOTHING, body: 'Jalan berlubang', categoryId: '08.007', regionCode: BANDUNG },
      FACTS,
    );
    expect(ranked.slice(0, 3)).toEqual([
      { code: '32.73/1.03', score: 0.843, reasons: ['CATEGORY', 'REGION', 'WORDS'] },
      { code: '32/1.03', score: 0.421, reasons: ['CATEGORY', 'REGION', 'WORDS'] },
      { code: '32.73/1.04', score: 0.3, reasons: ['CATEGORY', 'REGION'] },
    ]);
  });

  it('are the governments where only the place is known', () => {
    expect(rankAgencies({ ...NOTHING, regionCode: BANDUNG }, FACTS)).toEqual([
      { code: '32.73', score: 0.1, reasons: ['REGION'] },
      { code: '32', score: 0.05, reasons: ['REGION'] },
    ]);
  });

  it('are institutions only where the place is not known', () => {
    expect(codes({ title: 'Listrik padam, jalan berlubang' })).toEqual(['PLN']);
  });

  it('are the government itself for what its enterprises do', () => {
    expect(codes({ title: 'Air mati', regionCode: BANDUNG })).toEqual(['32.73', '32']);
  });

  it('are offices of the province in full where only provinces have them', () => {
    const [first] = rankAgencies({ ...NOTHING, title: 'Tambang liar', regionCode: BANDUNG }, FACTS);
    expect(first).toEqual({ code: '32/3.29', score: 0.4, reasons: ['REGION', 'WORDS'] });
  });

  it('are offices of the province in the cities of Jakarta', () => {
    expect(codes({ title: 'Jembatan rusak', regionCode: '31.74' })).toEqual(['31/1.03', '31']);
  });

  it('come in the order of their codes where the score is the same', () => {
    expect(codes({ categoryId: '08', regionCode: '32' })).toEqual(['32/1.03', '32/1.04', '32']);
  });

  it('ignore a category and a place that nobody knows', () => {
    expect(codes({ title: 'Listrik padam', categoryId: '99.999', regionCode: 'Bandung' })).toEqual(['PLN']);
  });

  it('always have a reason and a score above 0 and at most 1, best first, each once', () => {
    const texts = [null, 'listrik', 'jembatan tambang', 'air mati jalan berlubang', 'apa saja'];
    const categories = [null, '08', '08.007', '16', '16.010', '99'];
    const regions = [null, '32', '32.73', '32.04.01', '31.74.06.1001', 'x'];
    const drafts = texts.flatMap((body) =>
      categories.flatMap((categoryId) =>
        regions.map((regionCode) => ({ title: null, body, categoryId, regionCode })),
      ),
    );
    for (const draft of drafts) {
      const ranked = rankAgencies(draft, FACTS);
      const scores = ranked.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      expect(ranked.every(({ reasons }) => reasons.length > 0)).toBe(true);
      expect(new Set(ranked.map(({ code }) => code)).size).toBe(ranked.length);
    }
  });
});
