import { type AgencyPlace, placeUnder } from '@satu-pintu/domain-kit';
import type { AgencyNode } from '../hierarchy/agency-node.js';

/** What a rule allowed to change in the tree. */
export interface TreeChange {
  /** The agency that the act is about. */
  readonly subjectId: string;
  /** All agencies that are different afterwards, parents before their children. */
  readonly agencies: readonly AgencyNode[];
  /** Ids of those that somebody decided about; the others only follow. */
  readonly decided: ReadonlySet<string>;
  /** What becomes of what an agency leaves that ends; undefined where none ends. */
  readonly legacy?: Legacy;
}

/** What an agency leaves that ends: its open reports go to the successor, its posts go over or end with it. */
export interface Legacy {
  readonly agencyId: string;
  readonly successorId: string;
  readonly postsGoOver: boolean;
}

/** A change that one agency alone is decided about; what follows it comes after it in the list. */
export function changeOf(agency: AgencyNode, following: readonly AgencyNode[] = []): TreeChange {
  return { subjectId: agency.id, agencies: [agency, ...following], decided: new Set([agency.id]) };
}

/**
 * Hangs a subtree under another parent: every path in it is counted anew from the top.
 *
 * @param subtree the agency that moves, then all below it, parents before their children
 * @returns the same agencies in the same order, in their new places
 */
export function replant(
  subtree: readonly AgencyNode[],
  parent: AgencyNode,
  tie: AgencyNode['tie'],
): readonly AgencyNode[] {
  const places = new Map<string, AgencyPlace>([[parent.id, parent]]);
  return subtree.map((agency, index) => {
    const isTop = index === 0;
    const parentId = isTop ? parent.id : agency.parentId;
    const above = parentId === null ? undefined : places.get(parentId);
    if (!above) throw new Error(`Agency ${agency.code} comes before its parent.`);
    const place = placeUnder(agency.id, above, isTop ? tie : agency.tie);
    places.set(agency.id, place);
    return { ...agency, ...place, parentId, tie: isTop ? tie : agency.tie };
  });
}
