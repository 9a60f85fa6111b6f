import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fingerprint } from '../src/database/fingerprint.js';
import { type DatabaseServer, openServer } from '../src/database/open-server.js';
import { runToEnd } from '../src/database/run-to-end.js';
import { StepRecord } from '../src/database/step-record.js';
import { openProcessLog } from '../src/supervision/process-log.js';

const never = new AbortController().signal;

describe('Preparation of the database', () => {
  let folder: string;
  let server: DatabaseServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'satu-pintu-preparation-'));
    const log = (): void => undefined;
    server = await openServer({ dataFolder: folder, existingUrl: undefined, durable: false, log });
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('does a step once, again when its code has changed, and again after it failed', async () => {
    const record = await StepRecord.open(server.adminUrl, never);
    const done: string[] = [];
    const step = (fingerprint: string): Promise<boolean> =>
      record.doOnce('reports migrate', fingerprint, () => {
        done.push(fingerprint);
        return fingerprint === 'broken' ? Promise.reject(new Error('no')) : Promise.resolve();
      });

    expect(await step('first')).toBe(true);
    expect(await step('first')).toBe(false);
    expect(await step('second')).toBe(true);
    await expect(step('broken')).rejects.toThrow('no');
    await expect(step('broken')).rejects.toThrow('no');
    expect(done).toEqual(['first', 'second', 'broken', 'broken']);
    await record.close();
  });

  it('is left to one launcher at a time', async () => {
    const order: string[] = [];
    const first = await StepRecord.open(server.adminUrl, never);
    const second = StepRecord.open(server.adminUrl, never).then((record) => {
      order.push('second came in');
      return record.close();
    });
    await first.doOnce('a long step', 'x', () => new Promise((resolve) => setTimeout(resolve, 200)));
    order.push('first was done');
    await first.close();
    await second;
    expect(order).toEqual(['first was done', 'second came in']);
  });

  it('does not hold up a launcher that is asked to stop while it waits for another', async () => {
    const first = await StepRecord.open(server.adminUrl, never);
    const start = new AbortController();
    setTimeout(() => {
      start.abort();
    }, 200);
    await expect(StepRecord.open(server.adminUrl, start.signal)).rejects.toThrow('Connection terminated');
    await first.close();
  });

  it('notices any change of a file', async () => {
    const code = await mkdtemp(join(folder, 'code-'));
    await writeFile(join(code, 'migrate.js'), 'one');
    const before = await fingerprint(code);
    expect(await fingerprint(code)).toBe(before);
    await writeFile(join(code, 'migrate.js'), 'two');
    expect(await fingerprint(code)).not.toBe(before);
  });

  it('stops with the last words of a script that fails', async () => {
    await expect(run('script-that-fails.mjs')).rejects.toThrow(
      /the script failed \(code 3\); see .*script\.log\nrelation "report" is not what it was/,
    );
  });

  it('ends a script that is running when the start is given up', async () => {
    const start = new AbortController();
    setTimeout(() => {
      start.abort();
    }, 200);
    await expect(run('script-that-hangs.mjs', start.signal)).rejects.toThrow('abort');
  });

  it('says what to do when the script was not built', async () => {
    await expect(run('missing.mjs')).rejects.toThrow('missing.mjs is missing; run "npm run build".');
  });

  function run(script: string, signal = never): Promise<void> {
    return runToEnd({
      name: 'the script',
      script: fileURLToPath(new URL(`./fixtures/${script}`, import.meta.url)),
      environment: {},
      log: openProcessLog(join(folder, 'log'), 'script', () => undefined),
      signal,
    });
  }
});
