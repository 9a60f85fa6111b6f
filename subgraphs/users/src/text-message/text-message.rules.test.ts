import { describe, expect, it } from '@jest/globals';
import { TEXT_MESSAGE_KINDS, TEXT_MESSAGES } from './text-message-texts.js';
import { nextTry, writeTextMessage } from './text-message.rules.js';

/** The letters of GSM 03.38 that take one place, as far as our sentences need them. */
const GSM = /^[A-Za-z0-9 .,:;()'"!?/+-]+$/;
const NOW = new Date('2026-03-02T02:00:00Z');
const LATER = new Date('2026-03-02T02:10:00Z');

describe.each(TEXT_MESSAGE_KINDS)('A text message of kind %s', (kind) => {
  it.each(['id', 'en'] as const)('fits into one, has no link and says who writes (%s)', (locale) => {
    const text = writeTextMessage(kind, '123456', locale);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(GSM);
    expect(text).toMatch(/^Satu Pintu: /);
    expect(text).not.toMatch(/https?:|www\.|\.(?:id|com|test)\b|[{}]/);
    expect(text.includes('123456')).toBe(TEXT_MESSAGES[kind][locale].includes('{code}'));
  });
});

describe('A gateway that does not answer', () => {
  it('is asked five times more, and never once the code is over', () => {
    const pauses = [1, 2, 3, 4, 5, 6].map((attempts) => {
      const again = nextTry(attempts, NOW, LATER);
      return again && (again.getTime() - NOW.getTime()) / 1_000;
    });
    expect(pauses).toEqual([10, 30, 60, 120, 240, null]);
    expect(nextTry(1, new Date('2026-03-02T02:09:50Z'), LATER)).toBeNull();
  });
});
