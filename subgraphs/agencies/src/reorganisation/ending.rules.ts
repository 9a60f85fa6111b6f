import { permit, type Post } from '@satu-pintu/authorization';
import { accept, type Decision, monitors, refuse } from '@satu-pintu/domain-kit';
import type { AgencyNode } from '../hierarchy/agency-node.js';
import { replant, type TreeChange } from './tree-change.js';

export type EndingRefusal =
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'SuccessorUnfit' }
  | { readonly kind: 'AgencyHasUnits'; readonly count: number };

/**
 * An agency ends today, and another one takes over what it leaves, its open reports first of all. What hangs below it
 * has to be moved or ended before.
 *
 * @param subtree the agency and all below it, parents before their children; empty when there is no such agency
 */
export function decideDissolution(
  subtree: readonly AgencyNode[],
  successor: AgencyNode | null,
  posts: readonly Post[],
  today: string,
): Decision<TreeChange, EndingRefusal> {
  const ends = judgeEnding(subtree, successor, posts);
  if (!ends.ok) return ends;
  const count = activeUnits(subtree).length;
  if (count > 0) return refuse({ kind: 'AgencyHasUnits', count });
  return accept(ended(ends.value, [], false, today));
}

/** An agency becomes part of another one: what hangs below it moves over, and the agency itself ends today. */
export function decideMerger(
  subtree: readonly AgencyNode[],
  successor: AgencyNode | null,
  posts: readonly Post[],
  today: string,
): Decision<TreeChange, EndingRefusal> {
  const ends = judgeEnding(subtree, successor, posts);
  if (!ends.ok) return ends;
  const { agency, heir } = ends.value;
  if (!permit('ATTACH_AGENCY', posts, heir)) return refuse({ kind: 'NotAllowed' });
  const branches = subtree
    .filter((unit) => unit.parentId === agency.id && unit.isActive)
    .map((top) => subtree.filter((unit) => monitors(top, unit)));
  const moved = branches.flatMap((branch) => {
    const tie = branch[0]?.tie ?? 'ADMINISTRATIVE';
    return replant(branch, heir, tie);
  });
  return accept(ended(ends.value, moved, true, today));
}

interface Ending {
  readonly agency: AgencyNode;
  readonly heir: AgencyNode;
}

function judgeEnding(
  subtree: readonly AgencyNode[],
  heir: AgencyNode | null,
  posts: readonly Post[],
): Decision<Ending, EndingRefusal> {
  const [agency] = subtree;
  if (!agency || !heir) return refuse({ kind: 'AgencyNotFound' });
  const isAllowed = permit('DISSOLVE_AGENCY', posts, agency) && permit('SUCCEED_AGENCY', posts, heir);
  if (!isAllowed || agency.parentId === null) return refuse({ kind: 'NotAllowed' });
  // It would end with the agency, or hang under something that has.
  if (monitors(agency, heir)) return refuse({ kind: 'SuccessorUnfit' });
  return accept({ agency, heir });
}

function ended(
  { agency, heir }: Ending,
  moved: readonly AgencyNode[],
  postsGoOver: boolean,
  today: string,
): TreeChange {
  const last = { ...agency, isActive: false, hasEnded: true, validTo: today, successorId: heir.id };
  const tops = moved.filter((unit) => unit.parentId === heir.id).map((unit) => unit.id);
  return {
    subjectId: agency.id,
    agencies: [last, ...moved],
    decided: new Set([agency.id, ...tops]),
    legacy: { agencyId: agency.id, successorId: heir.id, postsGoOver },
  };
}

function activeUnits([agency, ...below]: readonly AgencyNode[]): readonly AgencyNode[] {
  return below.filter((unit) => unit.isActive && unit.parentId === agency?.id);
}
