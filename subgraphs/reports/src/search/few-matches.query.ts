import type { EntityManager } from 'typeorm';

/** Up to so many reports are looked at one by one; where more match, a page is soon full in the order of the list. */
const FEW = 2_000;

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

/**
 * The reports that may hold the words, whoever may read them, where these are few; null where they are many. How rare a
 * word is nobody can tell from statistics: taken for common, it was looked for in all reports of the country.
 */
export async function findFewMatches(
  tx: EntityManager,
  words: string,
  alsoAsFiled: boolean,
): Promise<readonly string[] | null> {
  const rows = await tx.query<{ id: string }[]>(FIND, [words, alsoAsFiled]);
  return rows.length > FEW ? null : rows.map(({ id }) => id);
}
