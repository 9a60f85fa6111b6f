import type { Post } from '@satu-pintu/authorization';
import { isUuid, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';

/** A post that the viewer holds at this moment. */
export interface HeldPost extends Post {
  readonly officerId: string;
  readonly agencyId: string;
}

interface HeldPostRow {
  readonly officerId: string;
  readonly agencyId: string;
  readonly role: Post['role'];
  readonly path: string;
  readonly housePath: string;
}

const HELD_POSTS = /* sql */ `
  select officer.id as "officerId", agency.id as "agencyId", officer.role, agency.path::text, agency.house_path::text as "housePath"
    from officer join agency on agency.id = officer.agency_id
   where officer.id = any($1::uuid[]) and officer.is_active and agency.is_active
   order by nlevel(agency.path), officer.id
     for share of officer
`;

/**
 * The viewer's posts as they are now, and not as their token remembers them: what was taken away a second ago changes
 * nothing any more. They stay as they are until the transaction ends.
 */
export async function heldPosts(tx: EntityManager, viewer: Viewer): Promise<readonly HeldPost[]> {
  return heldAmong(tx, officerIdsOf(viewer));
}

/** The posts that a viewer says to hold. */
export function officerIdsOf(viewer: Viewer): readonly string[] {
  return viewer.appointments.map((post) => post.officerId).filter(isUuid);
}

/** Those of these posts that are held now, as `heldPosts`. */
export async function heldAmong(tx: EntityManager, ids: readonly string[]): Promise<readonly HeldPost[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<HeldPostRow[]>(HELD_POSTS, [ids]);
  return rows.map(({ officerId, agencyId, role, path, housePath }) => ({
    officerId,
    agencyId,
    role,
    place: { path, housePath },
  }));
}
