import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readHourlyLimits } from '../src/protection/hourly-limits.js';
import { type House, openHouse } from './fixtures/house.js';

const aliased = (times: number): string =>
  `mutation { ${Array.from({ length: times }, (_, index) => `a${String(index)}: submitReport(title: "x") { id }`).join(' ')} }`;

describe('A visitor', () => {
  let open: House;
  let proxied: House;

  beforeAll(async () => {
    const visitorLimits = readHourlyLimits(['filing=3']);
    open = await openHouse({ visitorLimits });
    proxied = await openHouse({ visitorLimits, trustedProxies: ['127.0.0.0/8', '::1'] });
  });
  afterAll(async () => {
    await open.close();
    await proxied.close();
  });

  it('is counted by field: more aliases than are left, and nothing of the request is done', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.1' };
    const before = proxied.subgraphs.reports.fetches.length;
    const { status, headers, data, errors } = await proxied.ask(aliased(4), { headers: forwarded });
    expect({ status, data }).toEqual({ status: 429, data: undefined });
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    const wait = errors[0]?.extensions.retryAfterSeconds;
    expect(wait).toBeGreaterThan(3_500);
    expect(headers.get('retry-after')).toBe(String(wait));
    expect(proxied.subgraphs.reports.fetches).toHaveLength(before);
  });

  it('is their whole network, and nobody beside it', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    expect((await proxied.ask(aliased(3), from('198.51.100.7'))).status).toBe(200);
    expect((await proxied.ask(aliased(1), from('198.51.100.200'))).status).toBe(429);
    expect((await proxied.ask(aliased(1), from('198.51.101.7'))).status).toBe(200);
    expect((await proxied.ask(aliased(3), from('2001:db8:0:100::1'))).status).toBe(200);
    expect((await proxied.ask(aliased(1), from('2001:db8:0:1ff::9'))).status).toBe(429);
  });

  it('cannot say to be somebody else where no proxy is trusted, nor hide behind one that is', async () => {
    expect((await open.ask(aliased(3), { headers: { 'x-forwarded-for': '203.0.113.1' } })).status).toBe(200);
    expect((await open.ask(aliased(1), { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(429);
    const spoofed = (said: string) => ({ headers: { 'x-forwarded-for': `${said}, 192.0.2.9` } });
    expect((await proxied.ask(aliased(3), spoofed('1.1.1.1'))).status).toBe(200);
    expect((await proxied.ask(aliased(1), spoofed('2.2.2.2'))).status).toBe(429);
  });

  it('may still read, and files on with an account', async () => {
    expect((await open.ask('{ reports { id } }')).status).toBe(200);
    expect((await open.ask(aliased(4), { token: await open.token() })).status).toBe(200);
  });
});
