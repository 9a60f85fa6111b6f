import { accept, type Decision, type OfficerRole, type Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { type AppointmentRefusal, decideUpdate, type Person } from './appointment.rules.js';
import { type ChangedPost, changePosts } from './change-posts.js';
import { lockOffice, whatIsLeft } from './office.query.js';
import { savePost } from './officer.store.js';

/** What the officer sends; what is undefined stays. */
export interface UpdateOfficerRequest extends KeyedRequest {
  readonly officerId: string;
  readonly role?: OfficerRole | undefined;
  readonly name?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly workEmail?: string | null | undefined;
  readonly workPhone?: string | null | undefined;
}

/** Changes what is known of whoever holds a post, or what the post is. */
export class UpdateOfficer {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: UpdateOfficerRequest,
    viewer: Viewer,
  ): Promise<Decision<ChangedPost, AppointmentRefusal | RequestRefusal>> {
    return changePosts(this.parts, 'updateOfficer', request, viewer, async ({ tx, posts, now }) => {
      const office = await lockOffice(tx, request.officerId);
      const role = request.role ?? office?.role ?? 'LIAISON_OFFICER';
      const wanted = { ...asItIs(office?.person), ...given(request), role };
      const decision = decideUpdate(office, posts, wanted, await whatIsLeft(tx, office, null));
      if (!decision.ok) return decision;
      const { id, agency, isActive } = decision.value.office;
      await savePost(tx, { ...decision.value.person, id, agencyId: agency.id, role, isActive }, now);
      return accept({ officerId: id, invitation: null });
    });
  }
}

function asItIs(person: Person | undefined): Person {
  return person ?? { name: '', title: null, workEmail: null, workPhone: null };
}

/** What the request names; null takes a word away, which no name bears; undefined says nothing about it. */
function given({ name, title, workEmail, workPhone }: UpdateOfficerRequest): Partial<Person> {
  return {
    ...(name !== undefined && { name: name ?? '' }),
    ...(title !== undefined && { title }),
    ...(workEmail !== undefined && { workEmail }),
    ...(workPhone !== undefined && { workPhone }),
  };
}
