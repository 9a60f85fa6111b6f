import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { type AppointmentRefusal, decideSecondFactorReset } from './appointment.rules.js';
import { type ChangedPost, changePosts } from './change-posts.js';
import { lockOffice } from './office.query.js';
import { savePosts } from './officer.store.js';

/** What the officer sends. */
export interface ResetSecondFactorRequest extends KeyedRequest {
  readonly officerId: string;
}

/** Orders that whoever holds a post sets the second factor up anew; users, which alone knows who that is, carries it out. */
export class ResetSecondFactor {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: ResetSecondFactorRequest,
    viewer: Viewer,
  ): Promise<Decision<ChangedPost, AppointmentRefusal | RequestRefusal>> {
    return changePosts(this.parts, 'resetSecondFactor', request, viewer, async ({ tx, posts, now }) => {
      const own = viewer.appointments.map(({ officerId }) => officerId);
      const decision = decideSecondFactorReset(await lockOffice(tx, request.officerId), posts, own);
      if (!decision.ok) return decision;
      const { id, agency, role, isActive, person } = decision.value;
      const post = { ...person, id, agencyId: agency.id, role, isActive, invitation: null };
      await savePosts(tx, [{ ...post, isSecondFactorReset: true }], now);
      return accept({ officerId: id, invitation: null });
    });
  }
}
