import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@satu-pintu/service-kit';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { KeysUnknown, TokenKeys } from './token-keys.js';

const SECOND_MS = 1_000;

async function publicKey(kid: string): Promise<JWK> {
  const { publicKey: key } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return { ...(await exportJWK(key)), kid, alg: 'EdDSA', use: 'sig' };
}

describe('The keys of access tokens', () => {
  let keys: TokenKeys;
  let published: JWK[];
  /** When users was asked, in ms of `performance.now()`. */
  let asked: number[];
  let isAway: boolean;

  beforeEach(async () => {
    published = [await publicKey('k1')];
    asked = [];
    isAway = false;
    keys = new TokenKeys(
      async () => {
        asked.push(performance.now());
        const told = [...published];
        await pause(20);
        if (isAway) throw new Error('away');
        return { keys: told };
      },
      createLogger('gateway', 'silent'),
    );
  });

  afterEach(() => keys.close());

  const find = (kid?: string): Promise<string> =>
    Promise.resolve(
      keys.keyFor({ alg: 'EdDSA', ...(kid !== undefined && { kid }) }, { payload: '', signature: '' }),
    ).then(
      () => 'found',
      (error: unknown) => (error instanceof KeysUnknown ? 'unknown' : 'refused'),
    );

  it('are found by their ids alone, also where there is only one', async () => {
    await keys.start();
    expect(await find('k1')).toBe('found');
    expect(await find()).toBe('refused');
  });

  it('that are new are known within about a second, though others ask for ids that do not exist all the time', async () => {
    await keys.start();
    let isOver = false;
    const burst = Array.from({ length: 200 }, async (_, index) => {
      while (!isOver) expect(await find(`none-${String(index)}`)).toBe('refused');
    });
    await pause(500);
    published.push(await publicKey('k2'));
    const since = performance.now();
    expect(await find('k2')).toBe('found');
    expect(performance.now() - since).toBeLessThan(2 * SECOND_MS);
    await pause(2 * SECOND_MS);
    isOver = true;
    await Promise.all(burst);
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(SECOND_MS - 50);
  });

  it('are not asked for more often when users is away', async () => {
    await keys.start();
    isAway = true;
    expect(await Promise.all(Array.from({ length: 50 }, () => find('k2')))).toEqual(
      Array.from({ length: 50 }, () => 'refused'),
    );
    expect(asked).toHaveLength(2);
    expect(await find('k1')).toBe('found');
  });

  it('are unknown, and nobody is refused, until they were seen once', async () => {
    isAway = true;
    await keys.start();
    expect(await find('k1')).toBe('unknown');
    isAway = false;
    expect(await find('k1')).toBe('found');
  });

  it('are fetched once more when the reason to ask came while they were fetched', async () => {
    await keys.start();
    const underWay = keys.refresh();
    await pause(5);
    published = [await publicKey('k2')];
    let changes = 0;
    keys.onChange(() => (changes += 1));
    await Promise.all([underWay, keys.refresh()]);
    expect({ old: keys.has('k1'), new: keys.has('k2'), changes }).toEqual({
      old: false,
      new: true,
      changes: 1,
    });
  });
});
