import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CoverageFacts, readCoverageFacts } from '../src/suggestion/coverage-facts.js';
import { type Draft, rankAgencies } from '../src/suggestion/suggestion.rules.js';
import { buildHierarchy } from '../src/hierarchy/build-hierarchy.rules.js';
import { readFacts } from '../src/hierarchy/read-facts.js';
import { readDemoDrafts } from './support/demo-targets.js';

const TODAY = '2026-08-18';

let facts: CoverageFacts;
let active: ReadonlySet<string>;

beforeAll(async () => {
  facts = await readCoverageFacts();
  const { agencies } = buildHierarchy(await readFacts(), TODAY);
  active = new Set(agencies.filter(({ isActive }) => isActive).map(({ code }) => code));
}, 60_000);

/** Shares of the 800 demonstration reports whose agency comes first, and among the first five. */
async function measure(known: (draft: Draft) => Draft): Promise<{ first: number; firstFive: number }> {
  const drafts = await readDemoDrafts();
  const places = drafts.map(({ draft, target }) =>
    rankAgencies(known(draft), facts)
      .filter(({ code }) => active.has(code))
      .findIndex(({ code }) => code === target),
  );
  const share = (most: number): number =>
    places.filter((place) => place >= 0 && place < most).length / drafts.length;
  return { first: share(1), firstFive: share(5) };
}

describe('Suggestions for the 800 demonstration reports', () => {
  it('have targets that exist', async () => {
    const drafts = await readDemoDrafts();
    expect(drafts).toHaveLength(800);
    expect(drafts.filter(({ target }) => !active.has(target)).map(({ id }) => id)).toEqual([]);
  });

  it.each<[string, number, number, (draft: Draft) => Draft]>([
    ['category, region and words', 0.82, 0.98, (draft) => draft],
    ['category and region', 0.79, 0.93, (draft) => ({ ...draft, title: null, body: null })],
    ['region and words', 0.7, 0.88, (draft) => ({ ...draft, categoryId: null })],
  ])(
    'by %s: right in first place for %d of 1, within five for %d of 1, or more',
    async (_what, first, firstFive, known) => {
      const reached = await measure(known);
      expect(reached.first).toBeGreaterThanOrEqual(first);
      expect(reached.firstFive).toBeGreaterThanOrEqual(firstFive);
    },
  );
});
