import { ADMIN_ROLES } from '@satu-pintu/domain-kit';
import type { ViewerPost } from '../officers/officer-visibility.rules.js';

/** Whose staff a viewer may list, as a statement asks it: `maySeeOfficersOf` for many agencies at once. */
export interface StaffReach {
  /** Paths of agencies whose own staff is told. */
  readonly own: readonly string[];
  /** Paths of agencies of which all is told that hangs below them, by either tie, themselves included. */
  readonly below: readonly string[];
}

/** The staff of one's own agencies; of those below, too, for who administers them. */
export function staffReach(posts: readonly ViewerPost[]): StaffReach {
  const admins = posts.filter(({ role }) => ADMIN_ROLES.includes(role));
  return { own: pathsOf(posts), below: pathsOf(admins) };
}

function pathsOf(posts: readonly ViewerPost[]): readonly string[] {
  return [...new Set(posts.map(({ place }) => place.path))];
}
