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
import {
  findCarriedOut,
  identify,
  type KeyedRequest,
  type KeyRefusal,
  rememberCarriedOut,
} from '../requests/carried-out.store.js';
import { type HeldPost, heldPosts } from '../requests/held-posts.query.js';
import type { Invitation } from './invitation.js';

/** What every command on posts is made with. */
export interface PostParts {
  readonly database: DataSource;
  readonly clock: Clock;
}

/** The posts of the country, held still, and who asks to change one. */
export interface OpenedPosts {
  readonly tx: EntityManager;
  readonly posts: readonly HeldPost[];
  readonly now: Date;
}

/** Refusals that every change of a post shares. */
export type PostRefusal = { readonly kind: 'NotAllowed' } | InvalidInput | KeyRefusal;

/** What a change came to. */
export interface ChangedPost {
  readonly officerId: string;
  /** Told once and to the sender alone; null where nobody was invited, or the same request was carried out before. */
  readonly invitation: Invitation | null;
}

/** The way of every change of a post: as `changeTree`, whose lock it takes, since reach depends on the tree. */
export async function changePosts<Refused>(
  { database, clock }: PostParts,
  act: string,
  request: KeyedRequest,
  viewer: Viewer,
  change: (opened: OpenedPosts) => Promise<Decision<ChangedPost, Refused>>,
): Promise<Decision<ChangedPost, Refused | PostRefusal>> {
  return inTransaction(database, async (tx): Promise<Decision<ChangedPost, Refused | PostRefusal>> => {
    const now = clock.now();
    await lockTree(tx);
    const posts = await heldPosts(tx, viewer);
    const [first] = posts;
    if (!first) return refuse({ kind: 'NotAllowed' });
    const identity = identify(act, request, first.officerId);
    if (!identity.ok) return identity;
    const earlier = await findCarriedOut(tx, identity.value);
    if (earlier) return earlier.ok ? accept({ officerId: earlier.value, invitation: null }) : earlier;

    const changed = await change({ tx, posts, now });
    if (changed.ok) await rememberCarriedOut(tx, identity.value, changed.value.officerId, now);
    return changed;
  });
}
