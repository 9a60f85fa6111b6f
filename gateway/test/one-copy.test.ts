import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Folders that hold a package of this name, in the whole tree. */
function copiesOf(name: string, folder = ROOT): string[] {
  return packagesIn(folder).flatMap((path) => {
    const nested = join(path, 'node_modules');
    const own = path.endsWith(join('node_modules', name)) ? [path] : [];
    return [...own, ...copiesOf(name, nested)];
  });
}

function packagesIn(folder: string): string[] {
  return foldersIn(folder).flatMap((entry) =>
    entry.startsWith('@') ? scoped(folder, entry) : [join(folder, entry)],
  );
}

function scoped(folder: string, scope: string): string[] {
  return foldersIn(join(folder, scope)).map((entry) => join(folder, scope, entry));
}

/** Links to our own workspaces are left out: they have no dependencies of their own below them. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== '.bin')
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

describe('The installed packages', () => {
  it.each(['graphql', '@apollo/federation-internals', '@apollo/query-planner', '@apollo/gateway'])(
    'hold one copy of %s, since two would not recognise each other’s objects',
    (name) => {
      const copies = copiesOf(name);
      expect(copies).toHaveLength(1);
      const { version } = JSON.parse(readFileSync(join(copies[0] ?? '', 'package.json'), 'utf8')) as {
        version: string;
      };
      expect(version).toMatch(name === 'graphql' ? /^16\./ : /^2\.14\.4$/);
    },
  );
});
