import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from './fixtures/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => {
  const { reports, agencies } = house.subgraphs;
  reports.carried.length = 0;
  agencies.carried.length = 0;
  reports.fileStatus = 200;
  reports.mood = 'well';
});
afterAll(() => house.close());

/** More than are let through at once. */
const MANY = 40;
const MIB = 2 ** 20;

async function put(path: string, body: Uint8Array): Promise<Response> {
  const headers = { 'accept-language': 'en', cookie: 'a=b', 'x-forwarded-for': '10.0.0.1' };
  return fetch(house.url + path, { method: 'PUT', body, headers });
}

async function get(path: string, token?: string): Promise<Response> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return fetch(house.url + path, { headers });
}

describe('A file that is sent', () => {
  it('reaches reports as a visitor’s, in the language of the request, and with none of its headers', async () => {
    expect((await put('/files/uploads/sealed', new Uint8Array(MIB))).status).toBe(200);
    const [file] = house.subgraphs.reports.carried;
    expect(file).toMatchObject({ bytes: MIB, viewer: { isSignedIn: false, locale: 'en', accountId: null } });
    expect(Object.keys(file?.headers ?? {})).not.toContain('cookie');
    expect(Object.keys(file?.headers ?? {})).not.toContain('x-forwarded-for');
  });

  it('travels on as far as may be and one byte more, so that reports sees that it is too long', async () => {
    house.subgraphs.reports.fileStatus = 413;
    expect((await put('/files/uploads/sealed', new Uint8Array(21 * MIB))).status).toBe(413);
    expect(house.subgraphs.reports.carried).toMatchObject([{ bytes: 20 * MIB + 1 }]);
    expect((await house.ask('{ __typename }')).status).toBe(200);
  });

  it('makes room for the next, however many come one after the other', async () => {
    for (let count = 0; count < MANY; count += 1)
      expect((await put('/files/uploads/sealed', new Uint8Array(10))).status).toBe(200);
  });

  it.each([401, 500, 502])('gets no answer of reports that is not for clients: %d', async (status) => {
    house.subgraphs.reports.fileStatus = status;
    const answer = await put('/files/uploads/sealed', new Uint8Array(10));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });

  it('reaches agencies, and them alone, when it is an import', async () => {
    expect((await put('/files/imports/sealed', new Uint8Array(MIB))).status).toBe(200);
    expect((await put('/files/imports/sealed', new Uint8Array(50 * MIB))).status).toBe(200);
    const { agencies, reports } = house.subgraphs;
    expect(agencies.carried).toMatchObject([
      { bytes: MIB, viewer: { isSignedIn: false } },
      { bytes: 20 * MIB + 1 },
    ]);
    expect(reports.carried).toEqual([]);
  });

  it('has time, unlike everything else', async () => {
    const lines = ['PUT /files/uploads/sealed', 'PUT /files/imports/sealed', 'POST /graphql'];
    expect(await Promise.all(lines.map(slowly))).toEqual(['STILL OPEN', 'STILL OPEN', 'CLOSED']);
  }, 30_000);
});

describe('A file that is fetched', () => {
  it('comes with what a client may know of it', async () => {
    const answer = await get('/files/sealed', await house.token({ session: 'one' }));
    expect([answer.status, await answer.text()]).toEqual([200, '"a file"']);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-inside')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is asked for by the session of the token, and by a visitor without one', async () => {
    await get('/files/sealed', await house.token({ session: 'one' }));
    await get('/files/sealed');
    const [one, nobody] = house.subgraphs.reports.carried.map(({ viewer }) => viewer);
    expect(one).toMatchObject({ isSignedIn: true, accountId: null, sessionId: null });
    expect(nobody).toMatchObject({ isSignedIn: false, tag: 'public' });
    expect(one?.tag).not.toBe('public');
  });

  it('comes from agencies when it is an export, for the session of the token', async () => {
    await get('/files/exports/sealed', await house.token({ session: 'one' }));
    expect(house.subgraphs.agencies.carried).toMatchObject([{ viewer: { isSignedIn: true } }]);
    expect(house.subgraphs.reports.carried).toEqual([]);
  });

  it('is not asked for with a token that does not hold', async () => {
    expect((await get('/files/sealed', 'a.b.c')).status).toBe(401);
    expect(house.subgraphs.reports.carried).toEqual([]);
  });

  it('makes room for the next, read or not', async () => {
    for (let count = 0; count < MANY; count += 1) {
      const answer = await get('/files/sealed');
      expect(answer.status).toBe(200);
      if (count % 2 === 0) await answer.body?.cancel();
      else await answer.text();
    }
  });

  it.each([
    '/files/',
    '/files/a/b',
    '/files/a?b',
    '/files/..%2fgraphql',
    '/files/uploads/sealed',
    '/files/imports/sealed',
    '/files/exports/',
  ])('is not asked for at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
    expect(house.subgraphs.reports.carried).toEqual([]);
  });
});

it('Pages of listed origins may send and fetch files', async () => {
  const { headers, status } = await fetch(`${house.url}/files/uploads/sealed`, {
    method: 'OPTIONS',
    headers: { origin: 'https://lapor.example' },
  });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-methods')).toBe('GET, PUT');
  expect(headers.get('access-control-allow-origin')).toBe('https://lapor.example');
});

/** What becomes of a request that sends a byte a second, after eleven of them. */
async function slowly(line: string): Promise<string> {
  const socket = connect(house.port, '127.0.0.1');
  const fate = { isClosed: false };
  socket.on('error', () => undefined).on('close', () => (fate.isClosed = true));
  socket.write(
    `${line} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`,
  );
  for (let second = 0; second < 11 && !fate.isClosed; second += 1) {
    socket.write(' ');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  socket.destroy();
  return fate.isClosed ? 'CLOSED' : 'STILL OPEN';
}
