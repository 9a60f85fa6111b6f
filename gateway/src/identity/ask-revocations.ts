import { type Clock, publicViewer } from '@satu-pintu/domain-kit';
import { routeBody, signViewer, VIEWER_HEADER } from '@satu-pintu/service-kit';
import { request } from 'undici';
import type { SubgraphAddress } from '../fetching/subgraph-address.js';
import type { AskRevocations, Revocation } from './revocations.js';

/** Users answers after 15 s at the latest. */
const TIMEOUT_MS = 20_000;

/** Asks the users subgraph, signed as every request to it is. */
export function askRevocationsOf(users: SubgraphAddress, clock: Clock): AskRevocations {
  return async (after, signal) => {
    const path = `/revocations/${String(after)}`;
    const signed = signViewer(publicViewer(), 'users', routeBody('GET', path), users.viewerKey, clock.now());
    const { statusCode, body } = await request(new URL(path, users.url), {
      headers: { [VIEWER_HEADER]: signed },
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      signal,
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`Users answered ${String(statusCode)} when asked what was revoked.`);
    }
    return ((await body.json()) as { readonly revocations: readonly Revocation[] }).revocations;
  };
}
