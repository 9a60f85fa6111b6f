import {
  accept,
  type Clock,
  type Decision,
  type InvalidInput,
  refuse,
  type Viewer,
} from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { lockTree } from '../hierarchy/lock-tree.js';
import { findAgencyOfPost, type Named, recordRequest } from './audited-request.js';
import {
  findCarriedOut,
  identify,
  type KeyedRequest,
  type KeyRefusal,
  rememberCarriedOut,
} from './carried-out.store.js';
import { type HeldPost, heldPosts } from './held-posts.query.js';

/** What every command of this subgraph is made with. */
export interface RequestParts {
  readonly database: DataSource;
  readonly clock: Clock;
}

/** The tree and its posts, held still, and who asks to change something. */
export interface OpenedRequest {
  readonly tx: EntityManager;
  readonly posts: readonly HeldPost[];
  readonly now: Date;
}

/** What is to be done, and how it is known again. */
export interface OnceOnly<Done, Refused> {
  readonly change: (opened: OpenedRequest) => Promise<Decision<Done, Refused>>;
  /** Id of the agency or post that the change was about. */
  readonly subjectOf: (done: Done) => string;
  /** The answer to a request that was carried out before. */
  readonly again: (subjectId: string) => Done;
}

/** Refusals that every request shares. */
export type RequestRefusal = { readonly kind: 'NotAllowed' } | InvalidInput | KeyRefusal;

/**
 * The way of every change in this subgraph: hold the tree still, since reach depends on it, see who asks, carry the
 * request out unless it was before, remember it, and write down who asked and what came of it, in one transaction.
 */
export async function carryOutOnce<Done, Refused extends { readonly kind: string }>(
  { database, clock }: RequestParts,
  act: string,
  request: KeyedRequest & Named,
  viewer: Viewer,
  { change, subjectOf, again }: OnceOnly<Done, Refused>,
): Promise<Decision<Done, Refused | RequestRefusal>> {
  return inTransaction(database, async (tx): Promise<Decision<Done, Refused | RequestRefusal>> => {
    const now = clock.now();
    await lockTree(tx);
    const posts = await heldPosts(tx, viewer);
    const [first] = posts;
    const agencyBefore = await findAgencyOfPost(tx, request);
    const answer = async (
      outcome: Decision<Done, Refused | RequestRefusal>,
    ): Promise<Decision<Done, Refused | RequestRefusal>> => {
      const changedId = outcome.ok ? subjectOf(outcome.value) : null;
      await recordRequest(tx, now, viewer, first, {
        act,
        named: request,
        agencyBefore,
        changedId,
        outcome,
      });
      return outcome;
    };
    if (!first) return answer(refuse({ kind: 'NotAllowed' }));
    const identity = identify(act, request, first.officerId);
    if (!identity.ok) return identity;
    const earlier = await findCarriedOut(tx, identity.value);
    if (earlier) return earlier.ok ? accept(again(earlier.value)) : answer(earlier);

    const done = await change({ tx, posts, now });
    if (done.ok) await rememberCarriedOut(tx, identity.value, subjectOf(done.value), now);
    return answer(done);
  });
}
