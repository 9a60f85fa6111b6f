import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createSealer } from '@satu-pintu/service-kit';
import type { Viewer } from '@satu-pintu/domain-kit';
import { type House, openHouse } from './fixtures/house.js';
import { submitted } from './fixtures/schemas.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => {
  for (const subgraph of Object.values(house.subgraphs)) {
    subgraph.mood = 'well';
    subgraph.fetches.length = 0;
  }
  submitted.length = 0;
});

const PAGE = '{ reports { id title agency { name parent { name } } } }';

describe('An operation over several subgraphs', () => {
  it('answers with the parts of all of them', async () => {
    const { status, data, errors } = await house.ask(PAGE);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data?.reports).toContainEqual({
      id: '1',
      title: 'Report 1',
      agency: { name: 'Agency A1', parent: { name: 'Agency A1-above' } },
    });
  });

  it('signs each fetch for its subgraph and sends on no header of the client', async () => {
    await house.ask(PAGE, {
      headers: { 'x-user-id': 'mallory', 'x-satu-pintu-viewer': 'forged', cookie: 'a=b' },
    });
    for (const name of ['reports', 'agencies'] as const) {
      const [fetched] = house.subgraphs[name].fetches;
      expect(fetched?.viewer).toMatchObject({ isSignedIn: false, tag: 'public' });
      expect(fetched?.headers).not.toHaveProperty('x-user-id');
      expect(fetched?.headers).not.toHaveProperty('cookie');
    }
  });

  it('asks a subgraph the same question once', async () => {
    const twice = '{ reports(first: 1) { agency { name } } report(id: "1") { agency { name } } }';
    const { data } = await house.ask(twice);
    expect(data).toEqual({
      reports: [{ agency: { name: 'Agency A1' } }],
      report: { agency: { name: 'Agency A1' } },
    });
    expect(house.subgraphs.agencies.fetches).toHaveLength(1);
  });
});

describe('A signed-in viewer', () => {
  const appointments = [{ officerId: 'o', agencyId: 'a', role: 'LIAISON_OFFICER' }] as const;

  it('is told to each subgraph only as far as it needs', async () => {
    const token = await house.token({ account: 'account-7', appointments });
    const { data } = await house.ask('{ whoAsksReports whoAsksAgencies whoAsksUsers }', { token });
    const told = (field: string): Viewer => JSON.parse(data?.[field] as string) as Viewer;
    const [reports, agencies, users] = [
      told('whoAsksReports'),
      told('whoAsksAgencies'),
      told('whoAsksUsers'),
    ];

    expect(agencies).toMatchObject({
      accountId: null,
      sessionId: null,
      reporterKey: null,
      reporterSeal: null,
    });
    expect(users).toMatchObject({ accountId: 'account-7', sessionId: 'session-1', reporterKey: null });
    expect(reports).toMatchObject({ accountId: null, sessionId: null, reporterKey: 'key of account-7' });
    const vault = createSealer<{ accountId: string }>(house.vaultSealKey, 'reporter-seal');
    expect(vault.open(reports.reporterSeal ?? '')).toEqual({ accountId: 'account-7' });
    for (const viewer of [reports, agencies, users])
      expect(viewer).toMatchObject({ isSignedIn: true, appointments });
  });

  it('is read in the language of the request', async () => {
    const { data } = await house.ask('{ whoAsksAgencies }', {
      headers: { 'accept-language': 'en-GB, id;q=0.5' },
    });
    expect(JSON.parse(data?.whoAsksAgencies as string)).toMatchObject({ locale: 'en' });
  });

  it.each([
    ['has ended', { expiresInSeconds: -60 }],
    ['is made by another issuer', { issuer: 'elsewhere' }],
    ['is not an access token', { type: 'refresh+jwt' }],
  ])('is refused, and not read as a visitor, when the token %s', async (_, options) => {
    const { status, data, errors } = await house.ask('{ total }', { token: await house.token(options) });
    expect({ status, data, code: errors[0]?.extensions.code }).toEqual({
      status: 401,
      data: undefined,
      code: 'UNAUTHENTICATED',
    });
  });

  it('is refused when the token was changed after it was signed', async () => {
    const [header, payload, signature] = (await house.token()).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'account-8' })).toString('base64url');
    const { status } = await house.ask('{ me { id } }', { token: `${header}.${forged}.${signature}` });
    expect(status).toBe(401);
  });

  it('finds the keys of tokens at the gateway too', async () => {
    const response = await fetch(`${house.url}/.well-known/jwks.json`);
    expect(await response.json()).toMatchObject({ keys: [{ kid: 'k1', alg: 'EdDSA' }] });
  });
});

describe('A subgraph in trouble', () => {
  it('that is frozen costs its part of the answer after two seconds, and not the rest', async () => {
    house.subgraphs.agencies.mood = 'frozen';
    const began = performance.now();
    const { status, data, errors } = await house.ask('{ total reports(first: 1) { title agency { name } } }');
    const took = performance.now() - began;
    expect(took).toBeGreaterThan(1_900);
    expect(took).toBeLessThan(2_600);
    expect({ status, data }).toEqual({
      status: 200,
      data: { total: 42, reports: [{ title: 'Report 1', agency: null }] },
    });
    expect(errors.map((error) => error.extensions)).toEqual([{ code: 'UNAVAILABLE' }]);
  });

  it('that is down costs its part of the answer, and is not named', async () => {
    await house.subgraphs.agencies.stop();
    try {
      const { data, errors } = await house.ask('{ total reports(first: 1) { agency { name } } }');
      expect(data).toEqual({ total: 42, reports: [{ agency: null }] });
      expect(errors[0]?.extensions).toEqual({ code: 'UNAVAILABLE' });
      expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|http|agencies|ECONN/);
    } finally {
      await house.subgraphs.agencies.start();
    }
  });

  it('that closes the connection is asked once more for a query', async () => {
    await house.ask('{ total }');
    house.subgraphs.analytics.mood = 'resetting once';
    const { data } = await house.ask('{ total }');
    expect(data).toEqual({ total: 42 });
  });

  it('that closes the connection is never asked twice for a mutation', async () => {
    house.subgraphs.reports.mood = 'resetting once';
    const { errors } = await house.ask('mutation { submitReport(title: "Lubang") { id } }');
    expect(errors[0]?.extensions).toEqual({ code: 'UNAVAILABLE' });
    expect(house.subgraphs.reports.fetches).toHaveLength(1);
  });

  it.each(['endless', 'babbling'] as const)('that answers in an %s way is masked', async (mood) => {
    house.subgraphs.analytics.mood = mood;
    const { data, errors } = await house.ask('{ total reports(first: 1) { id } }');
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('speaks to the client with the codes that are for clients', async () => {
    const { errors } = await house.ask('{ hidden }');
    expect(errors).toEqual([
      { message: 'You may not read this.', path: ['hidden'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('does not tell the client what broke inside', async () => {
    const { errors } = await house.ask('{ broken }');
    expect(JSON.stringify(errors)).not.toContain('db-7.internal');
    expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(errors[0]?.extensions.correlationId).toMatch(/^[\da-f-]{36}$/);
  });
});
