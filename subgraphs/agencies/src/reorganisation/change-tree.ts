import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { saveAgencies } from '../hierarchy/hierarchy.store.js';
import { nationalDay } from '../hierarchy/validity.rules.js';
import type { Named } from '../requests/audited-request.js';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import {
  carryOutOnce,
  type OpenedRequest,
  type RequestParts,
  type RequestRefusal,
} from '../requests/carry-out-once.js';
import { declareSuccession } from '../succession/succession.store.js';
import { leavePosts } from './leave-posts.store.js';
import { rememberPast } from './past.store.js';
import type { TreeChange } from './tree-change.js';

/** The tree, held still, on the day that the capital has (`YYYY-MM-DD`). */
export interface OpenedTree extends OpenedRequest {
  readonly today: string;
}

/**
 * The way of every change of the tree: let the rule decide, remember what was, save and tell. Answers the id of the
 * agency that the change is about.
 */
export function changeTree<Refused extends { readonly kind: string }>(
  parts: RequestParts,
  act: string,
  request: KeyedRequest & Named,
  viewer: Viewer,
  decide: (tree: OpenedTree) => Promise<Decision<TreeChange, Refused>>,
): Promise<Decision<string, Refused | RequestRefusal>> {
  return carryOutOnce(parts, act, request, viewer, {
    async change(opened): Promise<Decision<string, Refused>> {
      const today = nationalDay(opened.now);
      const decision = await decide({ ...opened, today });
      if (!decision.ok) return decision;
      await saveChange(opened.tx, decision.value, opened.now, today);
      return accept(decision.value.subjectId);
    },
    subjectOf: (agencyId) => agencyId,
    again: (agencyId) => agencyId,
  });
}

async function saveChange(
  tx: EntityManager,
  { agencies, decided, legacy }: TreeChange,
  now: Date,
  today: string,
): Promise<void> {
  await rememberPast(tx, agencies, today);
  await saveAgencies(tx, agencies, now, decided);
  if (!legacy) return;
  await leavePosts(tx, legacy, now);
  await declareSuccession(tx, { ...legacy, reason: 'ENDED' }, now);
}
