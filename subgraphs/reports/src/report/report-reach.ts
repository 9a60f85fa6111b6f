import { ADMIN_ROLES, type OfficerRole, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { AgencyScope } from '../hierarchy/agency.store.js';
import type { PlacedAppointment } from '../hierarchy/standing.js';
import { loadPosts } from '../hierarchy/standing.store.js';

/** What a viewer may list; the same rule as `sightOf`, said in SQL so that the database can page. */
export interface Reach {
  readonly all: boolean;
  readonly allButSecret: boolean;
  readonly subtrees: readonly string[];
  readonly agencies: readonly string[];
  /** Agencies of the posts in which the viewer administers, for what is told to these. */
  readonly administered: readonly string[];
  /** Knows of secret reports, and reads them. Who only knows of them must not find them by their words. */
  readonly readsAll: boolean;
  readonly readsAllButSecret: boolean;
}

const READS_ALL: readonly OfficerRole[] = ['NATIONAL_ADMIN'];
const SEES_ALL: readonly OfficerRole[] = ['NATIONAL_ADMIN', 'OMBUDSMAN'];
const SEES_ALL_BUT_SECRET: readonly OfficerRole[] = ['KSP_VIEWER', 'MOHA_EVALUATOR', 'ANALYST'];
const SEES_OWN_AGENCY: readonly OfficerRole[] = ['LIAISON_OFFICER', 'INTAKE_OFFICER'];

/** How far the eyes of a viewer go. */
export async function reachOf(tx: EntityManager, viewer: Viewer): Promise<Reach> {
  return reachIn(await loadPosts(tx, viewer));
}

/** The same, from posts whose places are known. */
export function reachIn(posts: readonly PlacedAppointment[]): Reach {
  const serves = (roles: readonly OfficerRole[]): boolean => posts.some((post) => roles.includes(post.role));
  return {
    all: serves(SEES_ALL),
    allButSecret: serves(SEES_ALL_BUT_SECRET),
    readsAll: serves(READS_ALL),
    readsAllButSecret: serves(SEES_ALL) || serves(SEES_ALL_BUT_SECRET),
    subtrees: posts.filter((post) => ADMIN_ROLES.includes(post.role)).map((post) => post.place.path),
    administered: posts.filter((post) => ADMIN_ROLES.includes(post.role)).map((post) => post.agencyId),
    agencies: posts.filter((post) => SEES_OWN_AGENCY.includes(post.role)).map((post) => post.agencyId),
  };
}

/** Agencies whose reports the posts open by name, those below an admin's own included. */
export function openedBy(
  posts: readonly PlacedAppointment[],
  scopes: ReadonlyMap<string, AgencyScope>,
): readonly string[] {
  return posts.flatMap(({ agencyId, role }) => {
    if (ADMIN_ROLES.includes(role)) return scopes.get(agencyId)?.below ?? [];
    return SEES_OWN_AGENCY.includes(role) ? [agencyId] : [];
  });
}

/** Whoever administers the root does so with all below it, whose names are not looked up. */
export function administersAll(
  posts: readonly PlacedAppointment[],
  scopes: ReadonlyMap<string, AgencyScope>,
): boolean {
  return posts.some(
    ({ agencyId, role }) => ADMIN_ROLES.includes(role) && scopes.get(agencyId)?.kind === 'NATIONAL_DESK',
  );
}
