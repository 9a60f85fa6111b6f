import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { changeTree } from './change-tree.js';
import { type Correction, type CorrectionRefusal, decideCorrection } from './correction.rules.js';
import { findActiveAgency } from './tree.query.js';

/** What the officer sends. */
export interface UpdateAgencyRequest extends KeyedRequest, Correction {
  readonly agencyId: string;
}

/** Changes what an agency is called. */
export class UpdateAgency {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: UpdateAgencyRequest,
    viewer: Viewer,
  ): Promise<Decision<string, CorrectionRefusal | RequestRefusal>> {
    return changeTree(this.parts, 'updateAgency', request, viewer, async ({ tx, posts }) =>
      decideCorrection(await findActiveAgency(tx, request.agencyId), posts, request),
    );
  }
}
