import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSealer } from '@satu-pintu/service-kit';
import { readPageArgs, toPage } from './connection.js';

interface Key {
  readonly id: number;
}

const cursors = createSealer<Key>(randomBytes(32).toString('base64url'), 'list');
const rows = Array.from({ length: 7 }, (_, id) => ({ id }));

/** A list as every query reads it: one row more than asked for. */
function page(first: number, after?: string | null): ReturnType<typeof toPage<Key, number, Key>> {
  const { limit, after: key } = readPageArgs({ first, after: after ?? null }, cursors);
  const found = rows.filter((row) => key === null || row.id > key.id).slice(0, limit + 1);
  return toPage(
    found,
    limit,
    (row) => row.id,
    (row) => ({ id: row.id }),
    cursors,
  );
}

describe('a connection', () => {
  it('pages through a list, each item once, and says when it ends', () => {
    const seen: number[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { nodes, pageInfo } = page(3, after);
      seen.push(...nodes);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('has no end cursor when it is empty', () => {
    const { edges } = page(7);
    expect(page(3, edges.at(-1)?.cursor)).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it.each([0, -1, 101])('refuses a page of %d', (first) => {
    expect(() => page(first)).toThrow('`first` must be from 1 to 100.');
  });

  it('refuses a cursor that it did not seal', () => {
    const foreign = createSealer<Key>(randomBytes(32).toString('base64url'), 'list').seal({ id: 3 });
    for (const after of ['', 'x', foreign]) {
      expect(() => page(3, after)).toThrow('`after` is not a cursor of this list.');
    }
  });
});
