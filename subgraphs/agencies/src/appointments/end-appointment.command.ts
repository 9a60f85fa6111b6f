import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { type AppointmentRefusal, decideEnding } from './appointment.rules.js';
import { type ChangedPost, changePosts } from './change-posts.js';
import { lockOffice, whatIsLeft } from './office.query.js';
import { savePost } from './officer.store.js';
import { passReportsOn } from './pass-reports-on.js';

/** What the officer sends. */
export interface EndAppointmentRequest extends KeyedRequest {
  readonly officerId: string;
  /** Agency that takes the open reports over, when the last one goes who runs this one. */
  readonly nextHolderId?: string | null | undefined;
}

/** Ends a post. */
export class EndAppointment {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: EndAppointmentRequest,
    viewer: Viewer,
  ): Promise<Decision<ChangedPost, AppointmentRefusal | RequestRefusal>> {
    return changePosts(this.parts, 'endAppointment', request, viewer, async ({ tx, posts, now }) => {
      const office = await lockOffice(tx, request.officerId);
      const left = await whatIsLeft(tx, office, request.nextHolderId ?? null);
      const decision = decideEnding(office, posts, left);
      if (!decision.ok) return decision;
      const { id, agency, role, person } = decision.value;
      await savePost(tx, { ...person, id, agencyId: agency.id, role, isActive: false }, now);
      await passReportsOn(tx, decision.value, left, now);
      return accept({ officerId: id, invitation: null });
    });
  }
}
