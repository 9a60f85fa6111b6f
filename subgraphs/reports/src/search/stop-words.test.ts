import { describe, expect, it } from '@jest/globals';
import { STOP_WORDS } from './stop-words.js';

describe('the stop words', () => {
  it('are each there once, in letters that are plain in a pattern', () => {
    expect(new Set(STOP_WORDS).size).toBe(STOP_WORDS.length);
    expect(STOP_WORDS.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  });

  it.each(['jalan', 'lampu', 'kali', 'guna', 'air', 'or'])('leave %s to be found', (word) => {
    expect(STOP_WORDS).not.toContain(word);
  });
});
