import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CloseEvent } from 'ws';
import { type House, openHouse } from './fixtures/house.js';

let house: House;

beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const A_YEAR_SECONDS = 31_536_000;
const statusOf = async (token: string): Promise<number> => (await house.ask('{ total }', { token })).status;

/** From now on users tells that the first key was revoked. */
function revokeK1(): void {
  house.subgraphs.users.files.set('/revocations/0', {
    revocations: [{ seq: 1, sessionId: null, accountId: null, kid: 'k1', at: new Date().toISOString() }],
  });
}

/** Opens a socket and waits until it is let in; `closes` holds the codes with which it was closed. */
async function connect(token: string): Promise<readonly number[]> {
  const closes: number[] = [];
  await new Promise<void>((resolve) => {
    const client = house.client(token, {
      lazy: false,
      onNonLazyError: () => undefined,
      on: { connected: () => resolve(), closed: (event) => closes.push((event as CloseEvent).code) },
    });
    expect(client).toBeDefined();
  });
  return closes;
}

async function within(ms: number, check: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`This did not come true within ${String(ms)} ms.`);
    await pause(20);
  }
}

describe('A key that was revoked', () => {
  it('is believed nowhere within a second, though users still publishes it, nor are sockets that it opened kept', async () => {
    // What a thief would sign: a token for a year, of whomever they like.
    const stolen = await house.token({ session: 'anybody', expiresInSeconds: A_YEAR_SECONDS });
    const closes = await connect(stolen);
    expect(await statusOf(stolen)).toBe(200);
    revokeK1();
    await within(1_000, async () => closes.length > 0 && (await statusOf(stolen)) === 401);
    expect(closes).toEqual([4403]);
    const { errors } = await house.ask('{ total }', { token: stolen });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(await statusOf(await house.token({ session: 'another' }))).toBe(401);
  });

  it('is believed by none of several gateways', async () => {
    const beside = await house.openBeside();
    const token = await house.token();
    const askBeside = (): Promise<Response> =>
      fetch(`${beside}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{"query":"{ total }"}',
      });
    expect([await statusOf(token), (await askBeside()).status]).toEqual([200, 200]);
    revokeK1();
    await within(1_000, async () => (await statusOf(token)) + (await askBeside()).status === 2 * 401);
  });

  it('makes the gateway look for the one that signs instead, which works at once', async () => {
    house.publishKeys('k2');
    revokeK1();
    await within(1_000, async () => {
      const response = await fetch(`${house.url}/.well-known/jwks.json`);
      return JSON.stringify(await response.json()).includes('"k2"');
    });
    expect(await statusOf(await house.token({ kid: 'k2' }))).toBe(200);
  });
});

describe('A key that is published no more', () => {
  it('keeps no socket open, however long its token would last', async () => {
    const closes = await connect(await house.token({ expiresInSeconds: A_YEAR_SECONDS }));
    house.publishKeys('k2');
    // A token of the new key makes the gateway look.
    expect(await statusOf(await house.token({ kid: 'k2' }))).toBe(200);
    await within(1_000, () => closes.length > 0);
    expect(closes).toEqual([4403]);
    expect(await statusOf(await house.token())).toBe(401);
  });

  it('that comes later is no reason to close what another one opened', async () => {
    const closes = await connect(await house.token());
    house.publishKeys('k1', 'k2');
    expect(await statusOf(await house.token({ kid: 'k2' }))).toBe(200);
    expect(await statusOf(await house.token())).toBe(200);
    await pause(100);
    expect(closes).toEqual([]);
  });
});
