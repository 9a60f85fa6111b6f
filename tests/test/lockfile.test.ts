import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: true;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCKFILE = new URL('../../package-lock.json', import.meta.url);

const { packages } = JSON.parse(readFileSync(LOCKFILE, 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

/** Everything that is installed from the registry, by its folder; our own workspaces are links. */
const installed = Object.entries(packages).filter(
  ([folder, { link }]) => folder.includes('node_modules/') && link !== true,
);

function versionsOf(name: string): readonly string[] {
  return installed
    .filter(([folder]) => folder === `node_modules/${name}` || folder.endsWith(`/node_modules/${name}`))
    .map(([, { version = '' }]) => version);
}

/** Whether a version is a floor or higher; both as three numbers. */
function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0;
}

/** Below these versions each package has a known hole, or is not the line that this house was built on. */
const FLOORS: Readonly<Record<string, string>> = {
  '@apollo/composition': '2.12.1',
  '@apollo/gateway': '2.14.4',
  '@apollo/server': '5.5.0',
  'class-validator': '0.14.3',
  fastify: '5.12.0',
  graphql: '16.12.0',
  'graphql-ws': '6.0.0',
  jose: '6.0.0',
  typeorm: '1.1.0',
  ws: '8.17.1',
};

describe('The lockfile', () => {
  it.each(Object.entries(FLOORS))('holds no %s below %s', (name, floor) => {
    const versions = versionsOf(name);
    expect(versions).not.toHaveLength(0);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it('stays on GraphQL 16, the only line that federation accepts, and on the tried type-graphql', () => {
    expect(versionsOf('graphql')).toEqual([expect.stringMatching(/^16\./)]);
    expect(versionsOf('type-graphql')).toEqual(['2.0.0-rc.4']);
  });

  it.each([
    '@apollo/composition',
    '@apollo/federation-internals',
    '@apollo/gateway',
    '@apollo/query-graphs',
    '@apollo/query-planner',
    'graphql',
    'type-graphql',
    'typeorm',
  ])('holds one copy of %s, since two would not know each other’s objects', (name) => {
    expect(versionsOf(name)).toHaveLength(1);
  });

  it('knows the content of every package, and names no host but by https', () => {
    const unsealed = installed.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true);
    expect(unsealed.map(([folder]) => folder)).toEqual([]);
    const insecure = installed.filter(([, { resolved }]) => resolved?.startsWith('https://') === false);
    expect(insecure.map(([folder]) => folder)).toEqual([]);
  });

  // npm leaves out what the registry lacks, and then refuses a clean install on every machine.
  it('holds the parts of every platform that a package names', () => {
    const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(new Set(named).size).toBeGreaterThan(50);
    expect([...new Set(named)].filter((name) => versionsOf(name).length === 0)).toEqual([]);
  });
});
