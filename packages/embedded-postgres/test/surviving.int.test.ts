import { chownSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it, jest } from '@jest/globals';

import { Servers, isGone, query } from './server-under-test.js';
import { endGroup, readyServerOf, spawnStarter } from './starter-process.js';

jest.setTimeout(60_000);

const servers = new Servers();
afterAll(() => servers.cleanUp());

describe('A start after something went wrong', () => {
  it('takes over the server whose starter was killed, and can stop it', async () => {
    const folder = servers.folder();
    const starter = spawnStarter(folder);
    const orphan = await readyServerOf(starter);
    await query(orphan.adminUrl, 'create table kept as select 1 as one');
    await endGroup(starter, 'SIGKILL');

    const server = await servers.start(folder);
    expect(server).toMatchObject(orphan);
    expect(await query(server.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await isGone(orphan)).toBe(true);
  });

  it('finds the server alive after a Ctrl-C that ended its starter', async () => {
    const folder = servers.folder();
    const starter = spawnStarter(folder);
    const orphan = await readyServerOf(starter);
    await endGroup(starter, 'SIGINT');
    await delay(300);
    expect((await servers.start(folder)).pid).toBe(orphan.pid);
  });

  it('restarts the running server when it is to run with other settings', async () => {
    const folder = servers.folder();
    const first = await servers.start(folder);
    const second = await servers.start(folder, { durable: true, maxConnections: 30 });
    expect(second.pid).not.toBe(first.pid);
    expect(await query(second.adminUrl, 'show max_connections')).toEqual([{ max_connections: '30' }]);
  });

  it('recovers what was committed before the server itself was killed', async () => {
    const folder = servers.folder();
    const first = await servers.start(folder, { durable: true });
    await query(first.adminUrl, 'create table kept as select 1 as one');
    process.kill(first.pid, 'SIGKILL');

    const second = await servers.start(folder, { durable: true });
    expect(second.pid).not.toBe(first.pid);
    expect(await query(second.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('is not held up by a stale pid file whose process id now belongs to another PostgreSQL server', async () => {
    const folder = servers.folder();
    const pidFile = join(folder, 'server', 'cluster', 'postmaster.pid');
    const first = await servers.start(folder);
    const stale = readFileSync(pidFile, 'utf8');
    await first.stop();

    const other = await servers.start(servers.folder());
    const cluster = join(folder, 'server', 'cluster');
    writeFileSync(pidFile, stale.replace(String(first.pid), String(other.pid)), { mode: 0o600 });
    const owner = statSync(cluster);
    chownSync(pidFile, owner.uid, owner.gid);

    const second = await servers.start(folder);
    expect(second.pid).not.toBe(other.pid);
    await second.stop();
    expect(await query(other.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins anew after a start that was killed while it made the cluster', async () => {
    const folder = servers.folder();
    const starter = spawnStarter(folder);
    const isInitializing = () =>
      readdirSync(folder).some((name) => existsSync(join(folder, name, 'cluster', 'base')));
    while (!isInitializing()) await delay(5);
    await endGroup(starter, 'SIGKILL');
    expect(existsSync(join(folder, 'server'))).toBe(false);

    const server = await servers.start(folder);
    expect(await query(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(folder).filter((name) => name.startsWith('initializing-'))).toEqual([]);
  });

  it('serves two starts of the same folder at the same time with one server', async () => {
    const folder = servers.folder();
    const starters = [spawnStarter(folder), spawnStarter(folder)];
    const [one, other] = await Promise.all(starters.map(readyServerOf));
    expect(one).toEqual(other);
    await Promise.all(starters.map((starter) => endGroup(starter, 'SIGKILL')));
    expect((await servers.start(folder)).pid).toBe(one?.pid);
  });

  it('tells the end of the log when the server cannot run', async () => {
    const folder = servers.folder();
    const first = await servers.start(folder);
    await first.stop();
    const settings = join(folder, 'server', 'cluster', 'postgresql.conf');
    writeFileSync(settings, 'shared_buffers = plenty\n');
    await expect(servers.start(folder)).rejects.toThrow(
      /invalid value for parameter "shared_buffers": "plenty"/,
    );
  });
});
