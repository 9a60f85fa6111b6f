import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { type AppointmentRefusal, decideRenewal } from './appointment.rules.js';
import { type ChangedPost, changePosts } from './change-posts.js';
import { newInvitation } from './invitation.js';
import { lockOffice } from './office.query.js';
import { savePost } from './officer.store.js';

/** What the officer sends. */
export interface RenewInvitationRequest extends KeyedRequest {
  readonly officerId: string;
}

/** Invites somebody again who has not taken the post up; the code from before no longer works. */
export class RenewInvitation {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: RenewInvitationRequest,
    viewer: Viewer,
  ): Promise<Decision<ChangedPost, AppointmentRefusal | RequestRefusal>> {
    return changePosts(this.parts, 'renewInvitation', request, viewer, async ({ tx, posts, now }) => {
      const office = decideRenewal(await lockOffice(tx, request.officerId), posts);
      if (!office.ok) return office;
      const { id, agency, role, isActive, person } = office.value;
      const invitation = newInvitation(now);
      await savePost(tx, { ...person, id, agencyId: agency.id, role, isActive }, now, invitation);
      return accept({ officerId: id, invitation });
    });
  }
}
