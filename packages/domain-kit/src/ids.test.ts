import { describe, expect, it } from '@jest/globals';
import { stableId } from './stable-id.js';
import { isStorable, isUuid } from './uuid.js';

describe('an id that is the same on every machine', () => {
  it('never changes: other databases keep it', () => {
    expect(stableId('agency', '32.73')).toBe('4ca84467-41b0-506a-8e3e-c1fa4bec3736');
  });

  it('is a UUID of version 5 that differs by kind and name', () => {
    const ids = [stableId('agency', 'a'), stableId('account', 'a'), stableId('agency', 'b')];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('an id that can exist', () => {
  it.each(['', 'x', '4ca84467-41b0-506a-8e3e-c1fa4bec373', "' or true --", '4ca84467\u000041b0'])(
    'is not %j',
    (text) => {
      expect(isUuid(text)).toBe(false);
    },
  );

  it('may be written in capitals', () => {
    expect(isUuid('4CA84467-41B0-506A-8E3E-C1FA4BEC3736')).toBe(true);
  });
});

describe('a text that can stand in a row', () => {
  it('holds anything but NUL', () => {
    expect(['', 'Jalan Braga\n', '32.73', '32\0'].map(isStorable)).toEqual([true, true, true, false]);
  });
});
