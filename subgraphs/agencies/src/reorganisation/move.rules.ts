import { permit, type Post } from '@satu-pintu/authorization';
import { accept, type Decision, monitors, refuse, type Tie } from '@satu-pintu/domain-kit';
import type { AgencyNode } from '../hierarchy/agency-node.js';
import { replant, type TreeChange } from './tree-change.js';

/** Where an agency is to hang. */
export interface Move {
  readonly parent: AgencyNode | null;
  /** How it hangs there; null as it hangs now. */
  readonly tie: Tie | null;
}

export type MoveRefusal =
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'WouldFormCircle' };

/**
 * A move needs rights over both ends: to take the agency away from where it hangs, and to hang something there. All
 * that is below moves with it.
 *
 * @param subtree the agency and all below it, parents before their children; empty when there is no such agency
 */
export function decideMove(
  subtree: readonly AgencyNode[],
  { parent, tie }: Move,
  posts: readonly Post[],
): Decision<TreeChange, MoveRefusal> {
  const [agency] = subtree;
  if (!agency || !parent) return refuse({ kind: 'AgencyNotFound' });
  const newTie = tie ?? agency.tie;
  const isAllowed =
    permit('DETACH_AGENCY', posts, agency) &&
    permit('ATTACH_AGENCY', posts, parent) &&
    (newTie === agency.tie || permit('CHANGE_TIE', posts, agency));
  // The root has nowhere to go; nobody may move it, the national desk included.
  if (!isAllowed || agency.parentId === null) return refuse({ kind: 'NotAllowed' });
  if (monitors(agency, parent)) return refuse({ kind: 'WouldFormCircle' });
  return accept({
    subjectId: agency.id,
    agencies: replant(subtree, parent, newTie),
    decided: new Set([agency.id]),
  });
}
