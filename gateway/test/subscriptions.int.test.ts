import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormattedExecutionResult } from 'graphql';
import type { Client, SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type House, openHouse } from './fixtures/house.js';
import { changes, counts } from './fixtures/schemas.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => {
  for (const subgraph of Object.values(house.subgraphs)) subgraph.fetches.length = 0;
  house.subgraphs.reports.subscribers.length = 0;
});

const CHANGES =
  'subscription { reportChanged(id: "1") { cursor changed: report { title agency { name } } } }';

/** What one subscription heard until now, and how it ended. */
interface Heard {
  readonly events: FormattedExecutionResult[];
  end?: 'completed' | readonly { message: string; extensions?: Record<string, unknown> }[] | CloseEvent;
  readonly stop: () => void;
}

function listen(client: Client, payload: SubscribePayload | string): Heard {
  const request = typeof payload === 'string' ? { query: payload } : payload;
  const heard: Heard = { events: [], stop: () => undefined };
  const stop = client.subscribe(request, {
    next: (event) => heard.events.push(event as FormattedExecutionResult),
    error: (error) => (heard.end = error as NonNullable<Heard['end']>),
    complete: () => (heard.end = 'completed'),
  });
  return Object.assign(heard, { stop });
}

async function until(isSo: () => boolean, withinMs = 4_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`It did not come true within ${String(withinMs)} ms.`);
    await pause(5);
  }
}

const upstreams = (count: number) => until(() => changes.listenerCount === count);

describe('A subscription', () => {
  it('tells each event with the fields of other subgraphs, as they were asked for', async () => {
    const heard = listen(house.client(), CHANGES);
    await upstreams(1);
    changes.publish({ id: '1', cursor: 'c1' });
    changes.publish({ id: '2', cursor: 'c2' });
    await until(() => heard.events.length === 2);
    expect(heard.events).toEqual([
      {
        data: {
          reportChanged: { cursor: 'c1', changed: { title: 'Report 1', agency: { name: 'Agency A1' } } },
        },
      },
      {
        data: {
          reportChanged: { cursor: 'c2', changed: { title: 'Report 2', agency: { name: 'Agency A2' } } },
        },
      },
    ]);
    heard.stop();
    await upstreams(0);
  });

  it('is one upstream and one fetch per event for all visitors who ask the same', async () => {
    const heard = Array.from({ length: 5 }, () => listen(house.client(), CHANGES));
    await upstreams(1);
    await pause(50);
    expect(changes.listenerCount).toBe(1);
    changes.publish({ id: '1', cursor: 'c1' });
    await until(() => heard.every(({ events }) => events.length === 1));
    expect(house.subgraphs.agencies.fetches).toHaveLength(1);
    heard.forEach(({ stop }) => {
      stop();
    });
    await upstreams(0);
  });

  it('is never shared between two accounts', async () => {
    const [first, second] = await Promise.all([
      house.token({ session: 's1' }),
      house.token({ session: 's2' }),
    ]);
    const heard = [listen(house.client(first), CHANGES), listen(house.client(second), CHANGES)];
    await upstreams(2);
    const tags = house.subgraphs.reports.subscribers.map(({ tag }) => tag);
    expect(new Set(tags).size).toBe(2);
    changes.publish({ id: '1', cursor: 'c1' });
    await until(() => heard.every(({ events }) => events.length === 1));
    expect(new Set(house.subgraphs.agencies.fetches.map(({ viewer }) => viewer?.tag))).toEqual(new Set(tags));
    heard.forEach(({ stop }) => {
      stop();
    });
    await upstreams(0);
  });

  it('of a state tells who joins late the last one', async () => {
    const query = 'subscription { reportCount { total } }';
    const early = listen(house.client(), query);
    await until(() => counts.listenerCount === 1);
    counts.publish(7);
    await until(() => early.events.length === 1);
    const late = listen(house.client(), query);
    await until(() => late.events.length === 1);
    expect(late.events).toEqual([{ data: { reportCount: { total: 7 } } }]);
    expect(counts.listenerCount).toBe(1);
    [early, late].forEach(({ stop }) => {
      stop();
    });
    await until(() => counts.listenerCount === 0);
  });

  it('goes on, under a new signature, after the subgraph was away', async () => {
    const heard = listen(house.client(), CHANGES);
    await upstreams(1);
    await house.subgraphs.reports.stop();
    await upstreams(0);
    await house.subgraphs.reports.start();
    await upstreams(1);
    expect(house.subgraphs.reports.subscribers).toHaveLength(2);
    changes.publish({ id: '3', cursor: 'c3' });
    await until(() => heard.events.length === 1);
    expect(heard.end).toBeUndefined();
    heard.stop();
    await upstreams(0);
  }, 10_000);

  it('loses only the part that lives in a subgraph that is down', async () => {
    const heard = listen(house.client(), CHANGES);
    await upstreams(1);
    await house.subgraphs.agencies.stop();
    changes.publish({ id: '1', cursor: 'c1' });
    await until(() => heard.events.length === 1);
    await house.subgraphs.agencies.start();
    expect(heard.events[0]?.data).toEqual({
      reportChanged: { cursor: 'c1', changed: { title: 'Report 1', agency: null } },
    });
    expect(heard.events[0]?.errors?.[0]?.extensions).toEqual({ code: 'UNAVAILABLE' });
    expect(JSON.stringify(heard.events)).not.toMatch(/127\.0\.0\.1|ECONN/);
    heard.stop();
    await upstreams(0);
  });
});

describe('What may be subscribed to', () => {
  const refusalOf = async (payload: SubscribePayload | string) => {
    const heard = listen(house.client(), payload);
    await until(() => heard.end !== undefined);
    return heard.end as readonly { message: string; extensions: { code: string } }[];
  };

  it('is subscriptions alone', async () => {
    for (const query of ['{ total }', 'mutation { submitReport(title: "x") { id } }']) {
      const [refused] = await refusalOf(query);
      expect(refused).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
    expect(house.subgraphs.reports.fetches).toHaveLength(0);
  });

  const deep = 'report { '.repeat(13);
  it.each([
    ['a field that is not there', 'subscription { nothing }', 'Cannot query field'],
    ['a document that is none', 'subscription {', 'Syntax Error'],
    [
      'more levels than over HTTP',
      `subscription { reportChanged(id: "1") { ${deep}id${'}'.repeat(13)} } }`,
      '12 levels',
    ],
    [
      'more fields than over HTTP',
      `subscription { reportChanged(id: "1") { ...A } } fragment A on ReportChanged { ...A }`,
      '500 fields',
    ],
    [
      'more tokens than over HTTP',
      `subscription { reportCount { ${'total '.repeat(2_000)} } }`,
      '2000 tokens',
    ],
    [
      'a root that depends on a variable',
      'subscription { reportCount @skip(if: true) { total } }',
      'directives',
    ],
  ])('is not %s', async (_, query, words) => {
    const [refused] = await refusalOf(query);
    expect(refused?.message).toContain(words);
    expect(refused?.extensions.code).toMatch(/^(GRAPHQL_(PARSE|VALIDATION)_FAILED|BAD_USER_INPUT)$/);
  });

  it('is not what a variable of the wrong type asks for', async () => {
    const query = 'subscription ($id: ID!) { reportChanged(id: $id) { cursor } }';
    const [refused] = await refusalOf({ query, variables: { id: { a: 1 } } });
    expect(refused?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is not what the subgraph forbids, which is told in its own words', async () => {
    const heard = listen(house.client(), 'subscription { forbiddenNews { cursor } }');
    await until(() => heard.end !== undefined);
    expect(heard.end).toBe('completed');
    expect(heard.events).toMatchObject([
      { data: null, errors: [{ message: 'You may not hear of this.', extensions: { code: 'FORBIDDEN' } }] },
    ]);
  });

  it('is not more than twenty at once on a connection', async () => {
    const client = house.client();
    const query = (index: number) => `subscription { reportChanged(id: "${String(index)}") { cursor } }`;
    const heard = Array.from({ length: 21 }, (_, index) => listen(client, query(index)));
    await until(() => heard.some(({ end }) => end !== undefined));
    expect(heard.filter(({ end }) => end !== undefined)).toHaveLength(1);
    expect(heard.find(({ end }) => end !== undefined)?.end).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    heard.forEach(({ stop }) => {
      stop();
    });
    await upstreams(0);
  });
});

describe('A connection', () => {
  const url = () => `ws://127.0.0.1:${String(house.port)}/graphql`;
  const closeOf = (socket: WebSocket) =>
    new Promise<number>((resolve) => {
      socket.once('close', resolve);
      socket.on('error', () => undefined);
    });

  it('is closed with 4403 when its token ends, and tells nothing after that', async () => {
    const token = await house.token({ expiresInSeconds: -29 }); // within the tolerated skew, for one more second
    const closes: number[] = [];
    const client = house.client(token, {
      on: { closed: (event) => closes.push((event as CloseEvent).code) },
    });
    const heard = listen(client, CHANGES);
    await upstreams(1);
    await until(() => closes.length > 0);
    expect(closes).toEqual([4403]);
    await upstreams(0);
    changes.publish({ id: '1', cursor: 'c1' });
    await pause(50);
    expect(heard.events).toEqual([]);
  });

  it('is closed with 4403 when its token does not hold', async () => {
    const closes: number[] = [];
    const client = house.client('a.b.c', {
      on: { closed: (event) => closes.push((event as CloseEvent).code) },
    });
    listen(client, CHANGES);
    await until(() => closes.length > 0);
    expect(closes).toEqual([4403]);
  });

  it('is refused to pages of unknown origins, and opened to ours and to programs', async () => {
    const statusFor = (origin?: string) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(url(), 'graphql-transport-ws', origin === undefined ? {} : { origin });
        socket.on('unexpected-response', (request, response) => {
          request.destroy();
          resolve(response.statusCode ?? 0);
        });
        socket.on('open', () => {
          socket.close();
          resolve(101);
        });
        socket.on('error', () => undefined);
      });
    expect(await statusFor('https://evil.example')).toBe(403);
    expect(await statusFor('https://lapor.example')).toBe(101);
    expect(await statusFor(house.url)).toBe(101);
    expect(await statusFor()).toBe(101);
  });

  it('is closed with 4408 when it does not introduce itself within three seconds, whatever it pings', async () => {
    const socket = new WebSocket(url(), 'graphql-transport-ws');
    const closed = closeOf(socket);
    const pings = setInterval(() => {
      if (socket.readyState === socket.OPEN) socket.send('{"type":"ping"}');
    }, 500);
    expect(await closed).toBe(4408);
    clearInterval(pings);
  });

  it('is closed when a message is over 64 KiB', async () => {
    const socket = new WebSocket(url(), 'graphql-transport-ws');
    socket.on('open', () => {
      socket.send('x'.repeat(65 * 1_024));
    });
    expect(await closeOf(socket)).toBe(1009);
  });

  it('is closed when it speaks no GraphQL', async () => {
    const socket = new WebSocket(url(), 'graphql-transport-ws');
    socket.on('open', () => {
      socket.send('hello');
    });
    expect(await closeOf(socket)).toBe(4400);
  });

  it('is closed with 1012 when the gateway stops', async () => {
    const other = await openHouse();
    const socket = new WebSocket(`ws://127.0.0.1:${String(other.port)}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = closeOf(socket);
    await other.close();
    expect(await closed).toBe(1012);
  });
});
