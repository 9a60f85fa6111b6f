import { type Clock, publicViewer } from '@satu-pintu/domain-kit';
import {
  type DoorRefusal,
  doorRefusalsPath,
  routeBody,
  signViewer,
  VIEWER_HEADER,
} from '@satu-pintu/service-kit';
import { request } from 'undici';
import type { SubgraphAddress } from '../fetching/subgraph-address.js';

const TIMEOUT_MS = 5_000;

/** Hands refusals over; fails when they cannot be handed over now, and says false of what never will be. */
export type TellRefusals = (refusals: readonly DoorRefusal[]) => Promise<boolean>;

/** Tells the users subgraph, which knows accounts; signed as every request to it is. */
export function tellUsers(users: SubgraphAddress, clock: Clock): TellRefusals {
  return async (refusals) => {
    const text = JSON.stringify(refusals);
    const path = doorRefusalsPath(text);
    const signed = signViewer(publicViewer(), 'users', routeBody('PUT', path), users.viewerKey, clock.now());
    const { statusCode, body } = await request(new URL(path, users.url), {
      method: 'PUT',
      body: text,
      headers: { [VIEWER_HEADER]: signed, 'content-type': 'application/json' },
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
    await body.dump();
    if (statusCode !== 200 && statusCode !== 400)
      throw new Error(`Users answered ${String(statusCode)} when told of refusals.`);
    return statusCode === 200;
  };
}
