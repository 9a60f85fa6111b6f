import { describe, expect, it } from '@jest/globals';
import { endOfDay, startOfDay } from './jakarta-days.js';

describe('a day in Jakarta', () => {
  it('begins seven hours before it does in London, and ends where the next one begins', () => {
    expect(startOfDay('2026-07-10').toISOString()).toBe('2026-07-09T17:00:00.000Z');
    expect(endOfDay('2026-07-10')).toEqual(startOfDay('2026-07-11'));
    expect(endOfDay('2028-02-28')).toEqual(startOfDay('2028-02-29'));
  });
});
