import { HANDLING_ROLES } from '@satu-pintu/authorization';
import { ADMIN_ROLES, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { loadPosts } from '../hierarchy/standing.store.js';

/* The right APPROVE_ANSWER, said of rows: at the holder or above it in its house, and no word of one's own. */
const AWAITING = /* sql */ `
  select draft.report_id as id
    from answer_draft draft
    join agency office on office.id = draft.agency_id
   where draft.state = 'AWAITING_APPROVAL'
     and (office.id = any($1::uuid[]) or office.house_path <@ any($2::ltree[]))
     and not draft.writers && $3::uuid[]
`;

/** Reports with a draft that waits for the approval of this viewer. */
export async function findAwaitingApprovalBy(tx: EntityManager, viewer: Viewer): Promise<readonly string[]> {
  const posts = await loadPosts(tx, viewer);
  if (posts.length === 0) return [];
  const rows = await tx.query<{ id: string }[]>(AWAITING, [
    posts.filter(({ role }) => HANDLING_ROLES.includes(role)).map(({ agencyId }) => agencyId),
    posts.filter(({ role }) => ADMIN_ROLES.includes(role)).map(({ place }) => place.housePath),
    viewer.appointments.map(({ officerId }) => officerId),
  ]);
  return rows.map(({ id }) => id);
}
