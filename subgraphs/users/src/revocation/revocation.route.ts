import type { SignedRoute } from '@satu-pintu/subgraph-kit';
import type { RevocationFeed } from './revocation-feed.js';

/** Lets gateways ask what was revoked after a place: `GET /revocations/17`. */
export function revocationRoute(feed: RevocationFeed): SignedRoute {
  return {
    method: 'GET',
    prefix: '/revocations/',
    async answer({ rest }) {
      const after = Number(rest);
      const isPlace = Number.isSafeInteger(after) && after >= 0;
      return isPlace
        ? { status: 200, body: { revocations: await feed.after(after) } }
        : { status: 400, body: { message: 'A place is a whole number from 0.' } };
    },
  };
}
