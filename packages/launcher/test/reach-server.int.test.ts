import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openServer } from '../src/database/open-server.js';
import { reachServer } from '../src/database/reach-server.js';
import { StepRecord } from '../src/database/step-record.js';

const never = new AbortController().signal;

describe('A command that needs the database of a house', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'satu-pintu-reach-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Opens a connection, which fails when nobody answers. */
  async function look(url: string): Promise<void> {
    await (await StepRecord.open(url, never)).close();
  }

  it('is told when no house has ever been there', async () => {
    await expect(reachServer(folder, undefined)).rejects.toThrow(`No house has been started with ${folder}.`);
  });

  it('is sent to the server that the environment names', async () => {
    const { url } = await reachServer(folder, 'postgres://admin@db.internal/postgres');
    expect(url).toBe('postgres://admin@db.internal/postgres');
  });

  it('leaves a house alone that runs, and starts the server of one that does not for as long as it needs it', async () => {
    const options = { dataFolder: folder, existingUrl: undefined, durable: true, log: () => undefined };
    const house = await openServer(options);
    const beside = await reachServer(folder, undefined);
    expect(new URL(beside.url).port).toBe(new URL(house.adminUrl).port);
    await beside.leave();
    await look(house.adminUrl);
    await house.stop();

    await expect(look(house.adminUrl)).rejects.toThrow();
    const alone = await reachServer(folder, undefined);
    await look(alone.url);
    await alone.leave();
    await expect(look(alone.url)).rejects.toThrow();
  }, 60_000);
});
