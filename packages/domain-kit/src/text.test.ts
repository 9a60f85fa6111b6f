import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readText } from './text.js';

const LIMITS = { field: 'body', min: 3, max: 10 };

function refusal(text: string): string | null {
  const read = readText(text, LIMITS);
  return read.ok ? null : read.refusal.reason;
}

describe('a text as it comes in', () => {
  it.each([
    ['', 'EMPTY'],
    [' \n\t ', 'EMPTY'],
    ['ab', 'TOO_SHORT'],
    ['abcdefghijk', 'TOO_LONG'],
    ['abc\u0000def', 'UNREADABLE'],
    ['abc\u001Bdef', 'UNREADABLE'],
    ['abc\uD800def', 'UNREADABLE'],
    ['abc\u202Edef', 'UNREADABLE'],
    ['***', 'MASKED'],
    ['08•••123', 'MASKED'],
  ])('%j is refused as %s, by field', (text, reason) => {
    expect(readText(text, LIMITS)).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field: 'body', reason },
    });
  });

  it('may hold a mask where that is what everybody reads', () => {
    expect(readText('08•••123', { ...LIMITS, mayHoldMasks: true })).toEqual({ ok: true, value: '08•••123' });
  });

  it('counts characters as a person does', () => {
    expect(refusal('🛣️🛣️🛣️')).toBeNull();
    expect(refusal('🚧'.repeat(10))).toBeNull();
    expect(refusal('🚧'.repeat(11))).toBe('TOO_LONG');
  });

  it('is stored trimmed, composed, and with one kind of line end', () => {
    expect(readText('  cafe\u0301\r\nya ', LIMITS)).toEqual({ ok: true, value: 'café\nya' });
  });

  it('stays as it is when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = readText(text, { field: 'body', max: 1_000 });
        if (once.ok) expect(readText(once.value, { field: 'body', max: 1_000 })).toEqual(once);
      }),
    );
  });
});
