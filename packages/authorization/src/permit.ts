import type { AgencyPlace, OfficerRole } from '@satu-pintu/domain-kit';
import { type Action, GRANTABLE_ROLES, POLICY, type Right } from './policy.js';
import { REACHES } from './reach.js';

/** A post of whoever asks: its role, and where its agency stands in the tree now. */
export interface Post {
  readonly role: OfficerRole;
  readonly place: AgencyPlace;
}

/** The first post whose right reaches the target; null when none does, which is how everything is denied. */
export function permit<Held extends Post>(
  action: Action,
  posts: readonly Held[],
  target: AgencyPlace,
): Held | null {
  const right: Right = POLICY[action];
  return posts.find((post) => reaches(right, post, target)) ?? null;
}

/** The first post that may do this to a post of that role in the target. */
export function permitOnRole<Held extends Post>(
  action: Extract<Action, 'APPOINT_OFFICER' | 'UPDATE_OFFICER' | 'END_APPOINTMENT'>,
  posts: readonly Held[],
  target: AgencyPlace,
  role: OfficerRole,
): Held | null {
  const mayGrant = posts.filter((post) => GRANTABLE_ROLES[post.role]?.includes(role));
  return permit(action, mayGrant, target);
}

function reaches(right: Right, post: Post, target: AgencyPlace): boolean {
  const reach = right[post.role];
  return reach !== undefined && REACHES[reach](post.place, target);
}
