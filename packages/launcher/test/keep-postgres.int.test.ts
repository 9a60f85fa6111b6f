import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type DatabaseServer, openServer } from '../src/database/open-server.js';

describe('The embedded database server', () => {
  let folder: string;
  let server: DatabaseServer;
  const notices: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'satu-pintu-server-'));
    server = await openServer({
      dataFolder: folder,
      existingUrl: undefined,
      durable: false,
      log: (line) => notices.push(line),
    });
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('comes back on the same address when it is killed', async () => {
    const first = server.pid() ?? 0;
    expect(await answers(server.adminUrl)).toBe(true);
    process.kill(first, 'SIGKILL');
    const killedAt = performance.now();
    while (server.pid() === first && performance.now() - killedAt < 20_000) await delay(50);

    expect(server.pid()).not.toBe(first);
    expect(await answers(server.adminUrl)).toBe(true);
    expect(notices.join('\n')).toMatch(
      /PostgreSQL ended; starting it again\n[\s\S]*PostgreSQL is back after/,
    );
  }, 30_000);

  it('stays down when it was stopped', async () => {
    await server.stop();
    await delay(500);
    expect(await answers(server.adminUrl)).toBe(false);
  }, 30_000);
});

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
