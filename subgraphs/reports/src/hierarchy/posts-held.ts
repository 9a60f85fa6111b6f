import type { Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';

const LOST = /* sql */ `
  select post.id
    from unnest($1::uuid[], $2::uuid[], $3::text[]) as claimed (id, agency_id, role)
    join officer_post as post on post.id = claimed.id
   where not (post.is_active and post.agency_id = claimed.agency_id and post.role = claimed.role)
`;

/**
 * The viewer without the posts that have ended or moved since the token was made: a token lives for minutes, a socket
 * as long as that, and an officer who was moved must not go on reading in the meantime. A post of which nothing was
 * heard yet counts as it is claimed.
 */
export async function withPostsHeld(tx: EntityManager, viewer: Viewer): Promise<Viewer> {
  const { appointments } = viewer;
  if (appointments.length === 0) return viewer;
  const rows = await tx.query<{ id: string }[]>(LOST, [
    appointments.map(({ officerId }) => officerId),
    appointments.map(({ agencyId }) => agencyId),
    appointments.map(({ role }) => role),
  ]);
  const lost = rows.map(({ id }) => id);
  return { ...viewer, appointments: appointments.filter(({ officerId }) => !lost.includes(officerId)) };
}
