import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';

import { unprivilegedUser } from '../src/operating-system-user.js';
import { standInFor } from '../src/server-home.js';
import { Servers, query } from './server-under-test.js';
import { endGroup, readyServerOf, spawnStarter } from './starter-process.js';

jest.setTimeout(60_000);

const servers = new Servers();
afterAll(() => servers.cleanUp());

describe('The account that runs the server', () => {
  it('is postgres where root starts it, else nobody', () => {
    const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n';
    const postgres = 'postgres:x:101:104::/var/lib/postgresql:/bin/bash\n';
    expect(unprivilegedUser(nobody + postgres)).toEqual({ name: 'postgres', ids: { uid: 101, gid: 104 } });
    expect(unprivilegedUser(nobody)).toEqual({ name: 'nobody', ids: { uid: 65_534, gid: 65_534 } });
    expect(() => unprivilegedUser('root:x:0:0:root:/root:/bin/bash\n')).toThrow(/does not run as root/);
  });
});

// What follows takes an account that may lend itself to others.
if (process.geteuid?.() === 0) {
  const { ids } = unprivilegedUser(readFileSync('/etc/passwd', 'utf8'));

  describe('A start by root', () => {
    it('keeps the data elsewhere, and the same at every start, when the account cannot reach the folder', async () => {
      const folder = join(servers.folder(0o700), 'data');
      servers.alsoRemove(standInFor(folder));
      const told: string[] = [];
      const first = await servers.start(folder, { log: (line) => told.push(line) });
      await query(first.adminUrl, 'create table kept as select 1 as one');
      await first.stop();
      expect(told).toContainEqual(expect.stringContaining(standInFor(folder)));

      const second = await servers.start(folder);
      expect(await query(second.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
      expect(existsSync(join(folder, 'server'))).toBe(false);
    });

    // An ordinary user starts from this very checkout, which must let them in.
    if (canRunHere(ids)) {
      it('goes on with the cluster of an ordinary user, under the account of that user', async () => {
        const folder = join(servers.folder(), 'data');
        mkdirSync(folder);
        if (ids) chownSync(folder, ids.uid, ids.gid);
        const starter = spawnStarter(folder, ids);
        const orphan = await readyServerOf(starter);
        await query(orphan.adminUrl, 'create table kept as select 1 as one');
        await endGroup(starter, 'SIGKILL');

        const server = await servers.start(folder, { maxConnections: 20 });
        expect(server.pid).not.toBe(orphan.pid);
        expect(await query(server.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
        await server.stop();

        const again = spawnStarter(folder, ids);
        const back = await readyServerOf(again);
        expect(await query(back.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
        await endGroup(again, 'SIGKILL');
        await servers.start(folder);
      });
    }
  });
}

/** Whether an account can run the Node of this checkout; not where the checkout lies in somebody's closed home. */
function canRunHere(ids: { readonly uid: number; readonly gid: number } | undefined): boolean {
  return spawnSync(process.execPath, ['--version'], { ...ids, cwd: '/' }).status === 0;
}
