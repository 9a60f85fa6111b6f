import { isUuid, type Viewer } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';

const LOST_POSTS = /* sql */ `
  select officer.id
    from unnest($1::uuid[], $2::uuid[], $3::text[]) as claimed (id, agency_id, role)
    join officer on officer.id = claimed.id
   where not (officer.is_active and officer.agency_id = claimed.agency_id and officer.role = claimed.role)
`;

/** Ids of the viewer's posts that have ended, moved or changed since their token was made. */
export async function findLostPosts(
  database: DataSource,
  { appointments }: Viewer,
): Promise<ReadonlySet<string>> {
  const claimed = appointments.filter(({ officerId, agencyId }) => isUuid(officerId) && isUuid(agencyId));
  if (claimed.length === 0) return new Set();
  const rows = await database.query<{ id: string }[]>(LOST_POSTS, [
    claimed.map(({ officerId }) => officerId),
    claimed.map(({ agencyId }) => agencyId),
    claimed.map(({ role }) => role),
  ]);
  return new Set(rows.map(({ id }) => id));
}
