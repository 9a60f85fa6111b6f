import { describe, expect, it } from '@jest/globals';
import { request } from '../support/graph.js';
import { Listener } from '../support/listen.js';

const nested = (levels: number): string =>
  `{ agency(code: "NASIONAL") ${'{ parent '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
const aliased = (times: number): string =>
  `{ agency(code: "NASIONAL") { ${Array.from({ length: times }, (_, index) => `a${index}: name`).join(' ')} } }`;
const roots = (times: number): string =>
  `{ ${Array.from({ length: times }, (_, index) => `a${index}: me { id }`).join(' ')} }`;
const wordy = (words: number): string => `{ agency(code: "NASIONAL") { ${'name '.repeat(words)} } }`;

/** Each level uses the next one eight times: a kilobyte that a planner would unfold to millions of fields. */
function bomb(levels: number, variation: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const inside = level === levels - 1 ? `id v${variation}: name` : `...F${level + 1} `.repeat(8);
    return `fragment F${level} on Agency { parent { ${inside} } children { nodes { ${inside} } } }`;
  });
  return `query Bomb { agency(code: "NASIONAL") { ...F0 } } ${fragments.join(' ')}`;
}

describe('an operation that asks too much', () => {
  it.each([
    ['levels of fields', nested(13)],
    ['aliases', aliased(16)],
    ['fields at its root', roots(11)],
    ['tokens', wordy(2_001)],
    ['fields once its fragments are put in place', wordy(501)],
    ['fields once its fragments are put in place', bomb(5, 0)],
    [
      'fields once its fragments are put in place',
      'query { agency(code: "32") { ...A } } fragment A on Agency { parent { ...A } }',
    ],
    [
      'directives',
      `{ agency(code: "32") { ${Array.from({ length: 21 }, () => '... @include(if: true) { id }').join(' ')} } }`,
    ],
  ])('is refused for its %s', async (what, query) => {
    const { status, data, errors } = await request(query);
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(errors[0]?.message).toContain(what);
  });

  it('is refused on a WebSocket too', async () => {
    const fields = 'total '.repeat(501);
    const listener = Listener.open(`subscription { reportCountsChanged { ${fields} } }`, {});
    await listener.refused();
    expect(listener.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    await listener.close();
  });

  it('is refused before the planner sees it: a bomb costs less than 100 ms', async () => {
    const times: number[] = [];
    for (const variation of [1, 2, 3, 4, 5]) {
      const since = performance.now();
      expect((await request(bomb(6, variation))).status).toBe(400);
      times.push(performance.now() - since);
    }
    // The fastest tells what it costs; the others also tell what else the machine was doing.
    expect(Math.min(...times)).toBeLessThan(100);
  });

  it('is welcome when it asks as much as is allowed', async () => {
    for (const query of [nested(10), aliased(15), wordy(490)]) {
      expect((await request(query)).errors).toEqual([]);
    }
  });
});
