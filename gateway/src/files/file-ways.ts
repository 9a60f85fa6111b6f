import type { SubgraphName } from '@satu-pintu/service-kit';
import { UPLOADS } from '../protection/limits.js';

/** Where files come in and go out at the gateway, and which subgraph keeps them. A place ends with a slash. */
export const FILE_WAYS = [
  { method: 'PUT', place: UPLOADS[0], keeper: 'reports' },
  { method: 'PUT', place: UPLOADS[1], keeper: 'agencies' },
  { method: 'GET', place: '/files/exports/', keeper: 'agencies' },
  { method: 'GET', place: '/files/', keeper: 'reports' },
] as const satisfies readonly {
  readonly method: 'GET' | 'PUT';
  readonly place: string;
  readonly keeper: SubgraphName;
}[];

export type FileWay = (typeof FILE_WAYS)[number];
export type FilePlace = FileWay['place'];
