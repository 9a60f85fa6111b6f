import type { EntityManager } from 'typeorm';

/** Up to so many reports are looked at one by one; where more match, a page is soon full in the order of the list. */
export const FEW = 2_000;

/*
 * A phrase is looked for as words that are all there, which the index alone can tell; whether they stand side by side,
 * the list asks. Behind a minus that would leave out too much, so there it stays a phrase.
 */
const FIND = /* sql */ `
  with exact as (select words_sought($1) as query), loose as (
    select case when query::text like '%!%' then query
                else regexp_replace(query::text, '<(-|\\d+)>', '&', 'g')::tsquery end as query from exact
  )
  select report_id as id from report_words
   where published @@ (select query from loose) or $2 and filed @@ (select query from loose)
   limit ${FEW + 1}
`;

/*
 * Of one word by itself the statistics tell whether it is common, and only of one: two common ones may never stand
 * together.
 */
const ONE_WORD = /^[\p{L}\p{N}]+$/u;
const COMMON = 50_000;
const EXPECT = /* sql */ `
  explain (format json)
  select from report_words where published @@ words_sought($1) or $2 and filed @@ words_sought($1)
`;

/**
 * The reports that may hold the words, whoever may read them, where these are few; null where they are many. How
 * rare words are together no statistics tell: taken for common, they were looked for in all reports of the country.
 */
export async function findFewMatches(
  tx: EntityManager,
  words: string,
  alsoAsFiled: boolean,
): Promise<readonly string[] | null> {
  if (ONE_WORD.test(words) && (await expectedMatches(tx, words, alsoAsFiled)) > COMMON) return null;
  const rows = await tx.query<{ id: string }[]>(FIND, [words, alsoAsFiled]);
  return rows.length > FEW ? null : rows.map(({ id }) => id);
}

/** How many reports the statistics let expect. */
async function expectedMatches(tx: EntityManager, words: string, alsoAsFiled: boolean): Promise<number> {
  const [row] = await tx.query<readonly Explanation[]>(EXPECT, [words, alsoAsFiled]);
  return row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
}

interface Explanation {
  readonly 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[];
}
