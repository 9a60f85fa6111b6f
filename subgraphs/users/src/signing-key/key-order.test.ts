import { describe, expect, it } from '@jest/globals';
import { readKeyOrder } from './key-order.js';

const read = (line: string) => readKeyOrder(line === '' ? [] : line.split(' '));

describe('what is typed behind npm run keys', () => {
  it('is one of three orders', () => {
    expect(read('list')).toEqual({ ok: true, value: { act: 'list' } });
    expect(read('rotate')).toEqual({ ok: true, value: { act: 'rotate' } });
    expect(read('revoke k-1')).toEqual({
      ok: true,
      value: { act: 'revoke', key: { kid: 'k-1', reason: null } },
    });
  });

  it('may say why a key is revoked', () => {
    expect(readKeyOrder(['revoke', '--reason', ' laptop dicuri ', 'k-1'])).toEqual({
      ok: true,
      value: { act: 'revoke', key: { kid: 'k-1', reason: 'laptop dicuri' } },
    });
  });

  it('may name a key of old, whose id begins with a dash', () => {
    expect(read('revoke -- -k1')).toMatchObject({ ok: true, value: { key: { kid: '-k1' } } });
  });

  it.each([
    ['', 'Nothing was asked for'],
    ['lists', 'There is no "lists"'],
    ['revoke', 'needs the kid'],
    ['revoke a b', 'too much: "b"'],
    ['list all', 'too much: "all"'],
    ['rotate --reason x', 'goes with revoke alone'],
    ['revoke a --because x', "'--because'"],
    ['revoke a --reason', "'--reason"],
  ])('is refused with a sentence when it is "%s"', (line, sentence) => {
    const order = read(line);
    expect(order.ok ? 'was accepted' : order.refusal.message).toContain(sentence);
  });

  it.each(['', '   ', 'x'.repeat(201), 'two\nlines', 'tab\there', '\u001b[31m'])(
    'takes no reason like %j',
    (reason) => {
      expect(readKeyOrder(['revoke', 'a', '--reason', reason])).toMatchObject({
        ok: false,
        refusal: { message: '--reason is one line of 1 to 200 characters.' },
      });
    },
  );
});
