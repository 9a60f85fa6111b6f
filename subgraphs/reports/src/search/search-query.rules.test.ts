import { describe, expect, it } from '@jest/globals';
import { readSearchQuery } from './search-query.rules.js';

describe('the words that somebody looks for', () => {
  it.each([null, undefined])('are none when they are %s', (query) => {
    expect(readSearchQuery(query)).toEqual({ ok: true, value: null });
  });

  it('are read like any text: trimmed, and composed', () => {
    expect(readSearchQuery(' cafe\u0301 ')).toEqual({ ok: true, value: 'café' });
  });

  it.each([
    ['', 'EMPTY'],
    [' \t', 'EMPTY'],
    [' a ', 'TOO_SHORT'],
    ['a'.repeat(201), 'TOO_LONG'],
    ['a\u0000b', 'UNREADABLE'],
    ['a\u202Eb', 'UNREADABLE'],
    ['ab\uD800', 'UNREADABLE'],
  ])('are refused: %j is %s', (query, reason) => {
    expect(readSearchQuery(query)).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field: 'query', reason },
    });
  });

  it.each(['ab', '🚧🚧', 'a'.repeat(200), `' " \\ : * & | ! <->`])('may be %j', (query) => {
    expect(readSearchQuery(query)).toEqual({ ok: true, value: query });
  });
});
