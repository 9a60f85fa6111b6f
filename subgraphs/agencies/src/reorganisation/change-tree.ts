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
import { saveAgencies } from '../hierarchy/hierarchy.store.js';
import { lockTree } from '../hierarchy/lock-tree.js';
import { nationalDay } from '../hierarchy/validity.rules.js';
import {
  findCarriedOut,
  identify,
  type KeyedRequest,
  type KeyRefusal,
  rememberCarriedOut,
} from '../requests/carried-out.store.js';
import { type HeldPost, heldPosts } from '../requests/held-posts.query.js';
import { leavePosts } from './leave-posts.store.js';
import { rememberPast } from './past.store.js';
import { declareSuccession } from '../succession/succession.store.js';
import type { TreeChange } from './tree-change.js';

/** What every command on the tree is made with. */
export interface TreeParts {
  readonly database: DataSource;
  readonly clock: Clock;
}

/** The tree, held still, and who asks to change it. */
export interface OpenedTree {
  readonly tx: EntityManager;
  readonly posts: readonly HeldPost[];
  readonly now: Date;
  /** The day that the capital has, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Refusals that every change of the tree shares. */
export type TreeRefusal =
  { readonly kind: 'AgencyNotFound' } | { readonly kind: 'NotAllowed' } | InvalidInput | KeyRefusal;

/**
 * The way of every change of the tree: see who asks, hold the tree still, let the rule decide, remember what was, save
 * and tell, in one transaction. Answers the id of the agency that the change is about.
 */
export async function changeTree<Refused>(
  { database, clock }: TreeParts,
  act: string,
  request: KeyedRequest,
  viewer: Viewer,
  decide: (tree: OpenedTree) => Promise<Decision<TreeChange, Refused>>,
): Promise<Decision<string, Refused | TreeRefusal>> {
  return inTransaction(database, async (tx): Promise<Decision<string, Refused | TreeRefusal>> => {
    const now = clock.now();
    const today = nationalDay(now);
    await lockTree(tx);
    const posts = await heldPosts(tx, viewer);
    const [first] = posts;
    if (!first) return refuse({ kind: 'NotAllowed' });
    const identity = identify(act, request, first.officerId);
    if (!identity.ok) return identity;
    const earlier = await findCarriedOut(tx, identity.value);
    if (earlier) return earlier;

    const decision = await decide({ tx, posts, now, today });
    if (!decision.ok) return decision;
    const { subjectId, agencies, decided, legacy } = decision.value;
    await rememberPast(tx, agencies, today);
    await saveAgencies(tx, agencies, now, decided);
    if (legacy) {
      await leavePosts(tx, legacy, now);
      await declareSuccession(tx, { ...legacy, reason: 'ENDED' }, now);
    }
    await rememberCarriedOut(tx, identity.value, subjectId, now);
    return accept(subjectId);
  });
}
