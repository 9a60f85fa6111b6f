import { describe, expect, it } from '@jest/globals';
import { restartDelayMs } from './back-off.rules.js';

describe('Back-off', () => {
  it('brings a process that had been ready back after a tenth of a second', () => {
    expect(restartDelayMs(1)).toBe(100);
  });

  it('doubles with each failed start and stops at five seconds', () => {
    expect([2, 3, 4, 5, 6, 7, 50].map(restartDelayMs)).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
  });
});
