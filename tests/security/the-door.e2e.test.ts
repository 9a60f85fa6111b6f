import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { request, send } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { signIn } from '../support/people.js';
import { stack } from '../support/stack.js';

const ORIGIN = new URL(stack.gatewayUrl).origin;
const HARMLESS = '{ categories { id } }';

describe('the door of the house', () => {
  it.each(['GET', 'PUT', 'DELETE'])('does not serve operations by %s', async (method) => {
    const response = await fetch(`${stack.gatewayUrl}?query=${encodeURIComponent(HARMLESS)}`, { method });
    expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({
      status: 405,
      allow: 'POST',
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('takes one operation per request', async () => {
    const { status, data } = await send(JSON.stringify([{ query: HARMLESS }, { query: HARMLESS }]));
    expect({ status, data }).toEqual({ status: 400, data: null });
  });

  it('takes JSON alone, which no form of another site can send', async () => {
    const body = JSON.stringify({ query: HARMLESS });
    const { status } = await send(body, { 'content-type': 'text/plain' });
    expect(status).toBe(415);
  });

  it('shows the schema in development', async () => {
    const { data, errors } = await request(getIntrospectionQuery({ inputValueDeprecation: true }));
    expect(errors).toEqual([]);
    expect(data).toHaveProperty('__schema.queryType.name', 'Query');
  });

  it('does not let pages of other sites listen or read', async () => {
    const { headers } = await request(HARMLESS, {}, null, { origin: 'https://evil.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['"2026-02-30"', '"0000-01-01"', '"kemarin"', '""', '20260817'])(
    'says of %s that it is no day, in the operation or beside it',
    async (day) => {
      const inside = await request(`{ categories(at: ${day}) { id } }`);
      const beside = await request('query ($at: Date) { categories(at: $at) { id } }', {
        at: JSON.parse(day) as unknown,
      });
      for (const { errors } of [inside, beside])
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  it('is live and ready', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      expect((await fetch(ORIGIN + path)).status).toBe(200);
    }
  });
});

describe('a token', () => {
  it('that is none is refused, and nothing is answered', async () => {
    for (const token of ['nonsense', 'a.b.c', '']) {
      const { status, data, errors } = await request('{ me { id } }', {}, { token });
      expect({ status, data }).toEqual({ status: 401, data: null });
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('that somebody has changed is refused', async () => {
    const { token } = await signIn('warga@demo.test');
    const [head = '', claims = '', signature = ''] = token.split('.');
    const promoted = encode({ ...decode(claims), sub: '00000000-0000-4000-8000-000000000000' });
    const unsigned = encode({ ...decode(head), alg: 'none' });
    for (const forged of [
      `${head}.${promoted}.${signature}`,
      `${unsigned}.${claims}.`,
      `${head}.${claims}.${'A'.repeat(signature.length)}`,
    ]) {
      expect((await request(HARMLESS, {}, { token: forged })).status).toBe(401);
    }
    expect((await request(HARMLESS, {}, { token })).status).toBe(200);
  });

  it('that is none closes a WebSocket', async () => {
    const listener = Listener.open(
      'subscription { reportCountsChanged { total } }',
      {},
      { token: 'nonsense' },
    );
    await listener.refused();
    const closed: unknown = expect.stringContaining('closed with 4403');
    expect(listener).toMatchObject({ events: [], errors: [{ message: closed }] });
    await listener.close();
  });

  it('can be verified by anybody, with keys that give nothing else away', async () => {
    const path = '/.well-known/jwks.json';
    const response = await fetch(ORIGIN + path);
    const keys = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(keys.keys.length).toBeGreaterThan(0);
    for (const key of keys.keys) expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' });
    expect(keys.keys.flatMap((key) => Object.keys(key))).not.toContain('d');
    expect(await (await fetch(new URL(path, stack.urls.users))).json()).toEqual(keys);
  });
});

function decode(part: string): object {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
