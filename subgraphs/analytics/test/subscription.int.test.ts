import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { signViewer, subscriptionBody, VIEWER_HEADER } from '@satu-pintu/service-kit';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { agencyTold, anAgency, officerOf, reports, startWorld, VIEWER_KEY, type World } from './world.js';

const root = anAgency(null);
const city = anAgency(root);
const other = anAgency(root);
const coordinator = officerOf(city, 'COORDINATOR_ADMIN');

const query = `subscription ($agencyId: ID, $filter: CountFilter) {
  reportCountsChanged(agencyId: $agencyId, filter: $filter) { isLive total light }
}`;

let world: World;
const clients: Client[] = [];

beforeAll(async () => {
  world = await startWorld();
  await world.tell('agencies', ...[root, city, other].map((agency) => agencyTold(agency)));
  await world.tell('reports', ...reports(7, city));
  await world.settle();
  await world.analytics.followTime();
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

afterAll(() => world.close());

/** What a subscription has told so far. */
interface Listening {
  readonly totals: (number | null)[];
  readonly errors: readonly unknown[];
}

function listen(viewer: Viewer, variables: Record<string, unknown>, key = VIEWER_KEY): Listening {
  const client = createClient({
    url: `ws://127.0.0.1:${String(world.analytics.port)}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  clients.push(client);
  const heard: { totals: (number | null)[]; errors: unknown[] } = { totals: [], errors: [] };
  const token = signViewer(
    viewer,
    'analytics',
    subscriptionBody({ query, variables }),
    key,
    world.clock.now(),
  );
  client.subscribe<{ reportCountsChanged: { total: number | null } }>(
    { query, variables, extensions: { [VIEWER_HEADER]: token } },
    {
      next(answer) {
        if (answer.errors) heard.errors.push(...answer.errors);
        else if (answer.data) heard.totals.push(answer.data.reportCountsChanged.total);
      },
      error: (error) => heard.errors.push(error),
      complete: () => undefined,
    },
  );
  return heard;
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('It did not come within 5 s.');
    await pause(10);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe('Following counts', () => {
  it('tells an officer the numbers at once and again after a change', async () => {
    const heard = listen(coordinator, { agencyId: city.id });
    await until(() => heard.totals.length === 1);
    await world.tell('reports', ...reports(1, city));
    await until(() => heard.totals.length === 2);
    expect(heard.totals).toEqual([7, 8]);
  });

  it('tells changes that come together at most four times a second, and ends with the last', async () => {
    const heard = listen(coordinator, { agencyId: city.id });
    await until(() => heard.totals.length === 1);
    const start = Date.now();
    for (let told = 0; told < 20; told += 1) {
      await world.tell('reports', ...reports(1, city));
      await pause(25);
    }
    await until(() => heard.totals.at(-1) === 28);
    const seconds = (Date.now() - start) / 1_000;
    expect(heard.totals.length - 1).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
  });

  it('is silent when nothing changes that the viewer asked for', async () => {
    const heard = listen(coordinator, { agencyId: city.id, filter: { type: 'ASPIRATION' } });
    await until(() => heard.totals.length === 1);
    await world.tell('reports', ...reports(3, city), ...reports(8, other));
    await world.settle();
    await pause(600);
    expect(heard.totals).toEqual([0]);
  });

  it('tells the public at once, and then with each publication only', async () => {
    const heard = listen(publicViewer(), { agencyId: city.id });
    await until(() => heard.totals.length === 1);
    await world.tell('reports', ...reports(5, city));
    await world.settle();
    await pause(600);
    expect(heard.totals).toEqual([7]);
    world.clock.advanceHours(0.25);
    await world.analytics.followTime();
    await until(() => heard.totals.length === 2);
    expect(heard.totals).toEqual([7, 36]);
  });

  it('refuses an unknown agency and whoever is not the gateway', async () => {
    const unknown = listen(coordinator, { agencyId: '00000000-0000-4000-8000-000000000000' });
    await until(() => unknown.errors.length > 0);
    expect(JSON.stringify(unknown.errors)).toContain('BAD_USER_INPUT');
    const stranger = listen(coordinator, { agencyId: city.id }, Buffer.alloc(32, 9).toString('base64url'));
    await until(() => stranger.errors.length > 0);
    expect(JSON.stringify(stranger.errors)).toContain('UNAUTHENTICATED');
    expect(stranger.totals).toEqual([]);
  });
});
