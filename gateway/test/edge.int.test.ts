import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { type House, openHouse, readAnswer } from './fixtures/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const post = async (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  readAnswer(await fetch(`${house.url}/graphql`, { method: 'POST', headers, body }));

describe('The door', () => {
  it.each(['GET', 'PUT', 'DELETE'])('answers %s with 405 and says what to do', async (method) => {
    const response = await fetch(`${house.url}/graphql?query={total}`, { method });
    expect(response.headers.get('allow')).toBe('POST');
    const { status, errors } = await readAnswer(response);
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 405, code: 'BAD_USER_INPUT' });
  });

  it('refuses a body over 100 KiB', async () => {
    const { status, errors } = await post(
      JSON.stringify({ query: '{ total }', variables: { a: 'x'.repeat(101 * 1_024) } }),
    );
    expect(status).toBe(413);
    expect(errors[0]?.message).toContain('102400 bytes');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'message/http'])(
    'refuses the content type %s, which a form of another site could send',
    async (type) => {
      const { status, data } = await post('{"query":"{ total }"}', { 'content-type': type });
      expect({ status, data }).toEqual({ status: 415, data: undefined });
    },
  );

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"query":1}',
    '{"query":"{ total }","variables":[]}',
    '{"__proto__":{"a":1}}',
  ])('answers the body %s with 400', async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('refuses many operations in one request', async () => {
    const { status } = await post(JSON.stringify([{ query: '{ total }' }, { query: '{ total }' }]));
    expect(status).toBe(400);
  });

  it('refuses what it only has the hash of', async () => {
    const sha256Hash = 'a'.repeat(64);
    const { errors } = await post(
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    );
    expect(errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('refuses an operation over a limit before it is validated or planned', async () => {
    const bomb = `{ reports { ...A } } fragment A on Report { ...B ...B } fragment B on Report { ...A }`;
    const { status, errors } = await house.ask(bomb);
    expect(status).toBe(400);
    expect(errors[0]?.message).toContain('500 fields');
    expect(errors[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('says where a subscription is served', async () => {
    const { status, errors } = await house.ask('subscription { reportCount { total } }');
    expect(status).toBe(400);
    expect(errors[0]?.message).toContain('WebSocket');
  });

  it('names a variable that is wrong', async () => {
    const query = 'query ($first: Int!) { reports(first: $first) { id } }';
    const { status, errors } = await house.ask(query, { variables: { first: 'three' } });
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it.each([
    ['does not say which of several it means', 'query A { total } query B { total }'],
    ['has only fragments', 'fragment F on Query { total }'],
  ])('refuses an operation that %s', async (_, query) => {
    const { status, errors } = await house.ask(query);
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toMatch(/^(OPERATION_RESOLUTION_FAILURE|GRAPHQL_VALIDATION_FAILED)$/);
  });

  it('shows the schema in development', async () => {
    const { errors, data } = await house.ask(getIntrospectionQuery({ inputValueDeprecation: true }));
    expect(errors).toEqual([]);
    expect(data).toHaveProperty('__schema.types');
  });

  it('tells browsers not to keep or guess anything', async () => {
    const { headers } = await house.ask('{ total }');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets pages of listed origins read answers, and no others', async () => {
    const from = async (origin: string) => (await house.ask('{ total }', { headers: { origin } })).headers;
    expect((await from('https://lapor.example')).get('access-control-allow-origin')).toBe(
      'https://lapor.example',
    );
    expect((await from('https://evil.example')).get('access-control-allow-origin')).toBeNull();
  });

  it('is live and ready', async () => {
    expect((await fetch(`${house.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${house.url}/health/ready`)).status).toBe(200);
  });

  it('answers an unknown address with 404', async () => {
    expect((await fetch(`${house.url}/graphiql`)).status).toBe(404);
  });
});

describe('The explorer', () => {
  it('serves each file that its page names, and nothing from elsewhere', async () => {
    const response = await fetch(house.url);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/(?:src|href)="https?:/);
    const files = [...page.matchAll(/(?:href=|from )"(\/explorer\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(1);
    for (const file of [
      ...files,
      '/explorer/graphqlWorker.js',
      '/explorer/jsonWorker.js',
      '/explorer/editorWorker.js',
    ]) {
      const { status, headers } = await fetch(house.url + file);
      expect([file, status]).toEqual([file, 200]);
      expect(headers.get('content-type')).toMatch(/javascript|css/);
    }
  });
});

describe('In production', () => {
  let production: House;
  beforeAll(async () => {
    production = await openHouse({ introspection: false, isProduction: true });
  });
  afterAll(() => production.close());

  it('the schema is neither shown nor hinted at', async () => {
    expect((await production.ask('{ __schema { types { name } } }')).status).toBe(400);
    const { errors } = await production.ask('{ totall }');
    expect(errors[0]?.message).not.toContain('Did you mean');
  });

  it('there is no explorer', async () => {
    expect((await fetch(production.url)).status).toBe(404);
  });
});
