import type { Decision, Tie, Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { changeTree } from './change-tree.js';
import { decideMove, type MoveRefusal } from './move.rules.js';
import { findActiveAgency, loadSubtree } from './tree.query.js';

/** What the officer sends. */
export interface MoveAgencyRequest extends KeyedRequest {
  readonly agencyId: string;
  readonly parentId: string;
  readonly tie?: Tie | null | undefined;
}

/** Hangs an agency, with all below it, under another one. */
export class MoveAgency {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: MoveAgencyRequest,
    viewer: Viewer,
  ): Promise<Decision<string, MoveRefusal | RequestRefusal>> {
    return changeTree(this.parts, 'moveAgency', request, viewer, async ({ tx, posts }) => {
      const agency = await findActiveAgency(tx, request.agencyId);
      const parent = await findActiveAgency(tx, request.parentId);
      const subtree = agency ? await loadSubtree(tx, agency) : [];
      return decideMove(subtree, { parent, tie: request.tie ?? null }, posts);
    });
  }
}
