import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { changeTree } from './change-tree.js';
import { decideDissolution, decideMerger, type EndingRefusal } from './ending.rules.js';
import { findActiveAgency, loadSubtree } from './tree.query.js';

/** What the officer sends. */
export interface EndAgencyRequest extends KeyedRequest {
  readonly agencyId: string;
  /** Takes over what the agency leaves. */
  readonly successorId: string;
}

const ENDINGS = { dissolveAgency: decideDissolution, mergeAgencies: decideMerger } as const;

/** Ends an agency, or makes it part of another one. The posts in it end with it. */
export class EndAgency {
  constructor(
    private readonly parts: RequestParts,
    private readonly act: keyof typeof ENDINGS,
  ) {}

  execute(
    request: EndAgencyRequest,
    viewer: Viewer,
  ): Promise<Decision<string, EndingRefusal | RequestRefusal>> {
    return changeTree(this.parts, this.act, request, viewer, async ({ tx, posts, today }) => {
      const agency = await findActiveAgency(tx, request.agencyId);
      const successor = await findActiveAgency(tx, request.successorId);
      const subtree = agency ? await loadSubtree(tx, agency) : [];
      return ENDINGS[this.act](subtree, successor, posts, today);
    });
  }
}
