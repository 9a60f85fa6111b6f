import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { type AppointmentRefusal, decideTransfer } from './appointment.rules.js';
import { type ChangedPost, changePosts } from './change-posts.js';
import { findEmployer, lockOffice, whatIsLeft } from './office.query.js';
import { savePost } from './officer.store.js';
import { passReportsOn } from './pass-reports-on.js';

/** What the officer sends. */
export interface TransferOfficerRequest extends KeyedRequest {
  readonly officerId: string;
  readonly agencyId: string;
  /** Agency that takes the open reports over, when the last one goes who runs the present one. */
  readonly nextHolderId?: string | null | undefined;
}

/** Takes a post, with who holds it, to another agency. */
export class TransferOfficer {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: TransferOfficerRequest,
    viewer: Viewer,
  ): Promise<Decision<ChangedPost, AppointmentRefusal | RequestRefusal>> {
    return changePosts(this.parts, 'transferOfficer', request, viewer, async ({ tx, posts, now }) => {
      const office = await lockOffice(tx, request.officerId);
      const left = await whatIsLeft(tx, office, request.nextHolderId ?? null);
      const decision = decideTransfer(office, await findEmployer(tx, request.agencyId), posts, left);
      if (!decision.ok) return decision;
      const { id, role, person, isActive } = decision.value;
      await savePost(tx, { ...person, id, agencyId: request.agencyId, role, isActive }, now);
      await passReportsOn(tx, decision.value, left, now);
      return accept({ officerId: id, invitation: null });
    });
  }
}
