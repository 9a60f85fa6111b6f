import { type ListCase, type ListResult, measureList } from './lists.js';
import type { NationalHouse } from './national-house.js';
import { agencyId, CITY, NATIONAL_DESK, PROVINCE, THE_PUBLIC } from './people.js';

const RUNS = 12;

/** A word that stands in the text of one report alone. */
const RARE_WORD = /* sql */ `
  select (regexp_match(public_body, '\\m[A-Z]{2}[0-9]{5}\\M'))[1] as word from report
   where published_at is not null and public_body ~ '\\m[A-Z]{2}[0-9]{5}\\M' limit 1
`;

/** Searches that find much, little and nothing, by who may search where. */
export async function benchSearch(house: NationalHouse): Promise<readonly ListResult[]> {
  const { rows } = await house.client.query<{ word: string }>(RARE_WORD);
  const results: ListResult[] = [];
  for (const listCase of cases(rows[0]?.word ?? 'tiada'))
    results.push(await measureList(house, listCase, RUNS));
  return results;
}

function cases(rareWord: string): readonly ListCase[] {
  const words = [
    ['a common word', 'jalan'],
    ['two common words', 'lampu jalan'],
    ['a phrase', '"lampu penerangan jalan"'],
    ['a common and a rarer word', 'sampah cibiru'],
    ['one word without another', 'banjir -drainase'],
    ['a rare word', rareWord],
    ['a word that nobody wrote', 'zyzzyva'],
  ] as const;
  const everywhere = [
    ['the public', THE_PUBLIC],
    ['the national desk', NATIONAL_DESK],
    ['a province', PROVINCE],
  ] as const;
  const plain = everywhere.flatMap(([who, viewer]) =>
    words.map(([what, query]) => ({
      name: `${what}, by ${who}`,
      ...{ viewer, orderBy: 'NEWEST' as const, filter: null, words: query },
    })),
  );
  return [...plain, ...filtered(rareWord)];
}

function filtered(rareWord: string): readonly ListCase[] {
  const city = { agencyId: agencyId('32.73') };
  const common = { orderBy: 'NEWEST', words: 'jalan rusak' } as const;
  return [
    { name: 'two common words in a city, by the public', viewer: THE_PUBLIC, ...common, filter: city },
    { name: 'two common words in a city, by its coordinator', viewer: CITY, ...common, filter: city },
    {
      name: 'two common words in the inbox of the national desk, DUE_FIRST',
      ...{ viewer: NATIONAL_DESK, ...common, orderBy: 'DUE_FIRST', isInbox: true, filter: null },
    },
    {
      name: 'two common words of one month, by the national desk',
      ...{
        viewer: NATIONAL_DESK,
        ...common,
        filter: { submittedFrom: '2025-02-01', submittedTo: '2025-02-28' },
      },
    },
    {
      name: 'two common words in one district, by the public',
      ...{ viewer: THE_PUBLIC, ...common, filter: { regionCode: '32.73.08' } },
    },
    {
      name: 'a common word among what was returned, by the national desk',
      ...{ viewer: NATIONAL_DESK, ...common, words: 'jalan', filter: { states: ['RETURNED'] } },
    },
    {
      name: 'a rare word in a city where it does not stand, by its coordinator',
      ...{ viewer: CITY, orderBy: 'NEWEST', words: rareWord, filter: { ...city, types: ['ASPIRATION'] } },
    },
  ];
}
