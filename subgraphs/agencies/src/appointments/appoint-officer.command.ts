import { randomUUID } from 'node:crypto';
import { accept, type Decision, type OfficerRole, type Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { type AppointmentRefusal, decideAppointment, type Person } from './appointment.rules.js';
import { type ChangedPost, changePosts } from './change-posts.js';
import { newInvitation } from './invitation.js';
import { findEmployer } from './office.query.js';
import { savePost } from './officer.store.js';

/** What the officer sends. */
export interface AppointOfficerRequest extends KeyedRequest, Person {
  readonly agencyId: string;
  readonly role: OfficerRole;
}

/** Makes a post for somebody and invites them to take it up. */
export class AppointOfficer {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: AppointOfficerRequest,
    viewer: Viewer,
  ): Promise<Decision<ChangedPost, AppointmentRefusal | RequestRefusal>> {
    return changePosts(this.parts, 'appointOfficer', request, viewer, async ({ tx, posts, now }) => {
      const agency = await findEmployer(tx, request.agencyId);
      const decision = decideAppointment(agency, posts, request);
      if (!decision.ok) return decision;
      const invitation = newInvitation(now);
      const { agencyId, role } = request;
      const post = { ...decision.value, id: randomUUID(), agencyId, role, isActive: true };
      await savePost(tx, post, now, invitation);
      return accept({ officerId: post.id, invitation });
    });
  }
}
