import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SubgraphName } from '@satu-pintu/service-kit';

/** The subgraphs, in the order in which they are migrated and started. */
export const SUBGRAPHS = [
  'agencies',
  'users',
  'reports',
  'analytics',
] as const satisfies readonly SubgraphName[];

/** A long-running process of the house. */
export type ProcessName = SubgraphName | 'gateway';

export const PROCESS_NAMES: readonly ProcessName[] = [...SUBGRAPHS, 'gateway'];

/** TCP port of each process. */
export type Ports = Readonly<Record<ProcessName, number>>;

/** Where the built files of a workspace lie: `<workspace>/dist/src`. */
export function builtFolder(name: ProcessName): string {
  return dirname(createRequire(import.meta.url).resolve(`@satu-pintu/${name}`));
}

/** The folder that holds all workspaces, `data/` among them. */
export function projectFolder(): string {
  return join(builtFolder('gateway'), '..', '..', '..');
}
