import { ADMIN_ROLES, type AgencyPlace, monitors, type OfficerRole } from '@satu-pintu/domain-kit';

/** A post of the viewer: role and place of its agency in the tree. */
export interface ViewerPost {
  readonly role: OfficerRole;
  readonly place: AgencyPlace;
}

/** Who serves in an agency is told to its own staff, and to the admins who manage or monitor it. */
export function maySeeOfficersOf(posts: readonly ViewerPost[], agency: AgencyPlace): boolean {
  return posts.some((post) => post.place.path === agency.path || isAdminAbove(post, agency));
}

/** Name and title are for colleagues anywhere in government; citizens deal with the agency. */
export function maySeeName(posts: readonly ViewerPost[]): boolean {
  return posts.length > 0;
}

/** How to reach an officer at work is told within the same house, and to the admins above it. */
export function maySeeContact(posts: readonly ViewerPost[], agency: AgencyPlace): boolean {
  return posts.some(
    (post) => rootOf(post.place.housePath) === rootOf(agency.housePath) || isAdminAbove(post, agency),
  );
}

/** Monitoring reaches down both ties, so it includes what an admin manages. */
function isAdminAbove({ role, place }: ViewerPost, agency: AgencyPlace): boolean {
  return ADMIN_ROLES.includes(role) && monitors(place, agency);
}

function rootOf(housePath: string): string | undefined {
  return housePath.split('.')[0];
}
