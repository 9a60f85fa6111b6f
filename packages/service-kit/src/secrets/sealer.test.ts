import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSealer } from './sealer.js';

const secret = randomBytes(32).toString('base64url');
const sealer = createSealer<{ readonly id: number }>(secret, 'cursor');

describe('a seal', () => {
  it('opens with the key and the context it was made with', () => {
    expect(sealer.open(sealer.seal({ id: 7 }))).toEqual({ id: 7 });
  });

  it('looks different every time, so that two of the same cannot be told to be the same', () => {
    expect(sealer.seal({ id: 7 })).not.toBe(sealer.seal({ id: 7 }));
  });

  it('says nothing of what it holds, for values of one length', () => {
    expect(sealer.seal({ id: 7 })).toHaveLength(sealer.seal({ id: 8 }).length);
  });

  it.each([
    ['another context', createSealer(secret, 'handle').open(sealer.seal({ id: 7 }))],
    [
      'another key',
      createSealer(randomBytes(32).toString('base64url'), 'cursor').open(sealer.seal({ id: 7 })),
    ],
    ['nothing', sealer.open('')],
    ['something short', sealer.open('AAAA')],
    ['something long', sealer.open(randomBytes(64).toString('base64url'))],
  ])('does not open with %s', (_case, opened) => {
    expect(opened).toBeNull();
  });

  it('does not open once any part of it was changed', () => {
    const bytes = Buffer.from(sealer.seal({ id: 7 }), 'base64url');
    for (const place of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(sealer.open(changed.toString('base64url'))).toBeNull();
    }
  });
});
