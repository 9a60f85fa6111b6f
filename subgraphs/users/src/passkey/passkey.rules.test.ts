import { describe, expect, it } from '@jest/globals';
import {
  challengeOf,
  decideAddition,
  isCopySuspected,
  readAnswer,
  readPasskeyName,
} from './passkey.rules.js';

describe('A passkey', () => {
  it('is one of ten at most', () => {
    expect(decideAddition(9).ok).toBe(true);
    expect(decideAddition(10)).toEqual({ ok: false, refusal: { kind: 'TooManyPasskeys' } });
  });

  it('has a name that can be read', () => {
    expect(readPasskeyName('  Ponsel  ')).toEqual({ ok: true, value: 'Ponsel' });
    for (const name of ['', '\0', 'x'.repeat(61)]) expect(readPasskeyName(name).ok).toBe(false);
  });

  it.each([
    [0, 0, false],
    [0, 1, false],
    [7, 8, false],
    [7, 7, true],
    [7, 6, true],
    [7, 0, true],
  ])('after %i and %i: is a copy suspected? %s', (last, now, isCopy) => {
    expect(isCopySuspected(last, now)).toBe(isCopy);
  });
});

describe('The answer of a passkey', () => {
  const clientDataJSON = Buffer.from('{"challenge":"abc"}').toString('base64url');
  const answer = { id: 'x', response: { clientDataJSON } };

  it('is read with the challenge that it is to', () => {
    const read = readAnswer(JSON.stringify(answer));
    expect(read).toEqual(answer);
    expect(read && challengeOf(read)).toBe('abc');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no id', JSON.stringify({ response: answer.response })],
    ['no response', '{"id":"x"}'],
    ['a user that is no text', JSON.stringify({ ...answer, response: { clientDataJSON, userHandle: 7 } })],
    ['too much', JSON.stringify({ ...answer, more: 'x'.repeat(20_000) })],
  ])('is none when it is %s', (_case, text) => {
    expect(readAnswer(text)).toBeNull();
  });

  it.each(['', 'AAAA', Buffer.from('[1]').toString('base64url')])('names no challenge in %s', (data) => {
    expect(challengeOf({ id: 'x', response: { clientDataJSON: data } })).toBe('');
  });
});
