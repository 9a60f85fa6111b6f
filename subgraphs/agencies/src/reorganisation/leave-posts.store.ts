import type { EntityManager } from 'typeorm';
import type { Legacy } from './tree-change.js';

/**
 * A post goes over unless its holder has the same one there already; what cannot go over ends. Each change is told
 * (`OfficerSnapshot`) in the same statement.
 */
const LEAVE_POSTS = /* sql */ `
  with post as (
    update officer
       set agency_id = case when goes_over then $2 else agency_id end, is_active = goes_over, version = version + 1
      from (
        select left_post.id as left_id,
               $2::uuid is not null and not exists (
                 select from officer there
                  where there.agency_id = $2 and there.role = left_post.role
                    and there.account_id = left_post.account_id
               ) as goes_over
          from officer left_post
         where left_post.agency_id = $1 and left_post.is_active
      ) as outcome
     where officer.id = outcome.left_id
    returning officer.*
  )
  insert into outbox (id, type, aggregate_id, version, at, payload)
  select gen_random_uuid(), case when is_active then 'officer.changed' else 'officer.ended' end, id, version, $3,
         jsonb_build_object('id', id, 'agencyId', agency_id, 'role', role, 'isActive', is_active,
           'accountId', account_id)
    from post
`;

/** Moves or ends the posts in an agency that ends, and tells of each. */
export async function leavePosts(
  tx: EntityManager,
  { agencyId, successorId, postsGoOver }: Legacy,
  now: Date,
): Promise<void> {
  await tx.query(LEAVE_POSTS, [agencyId, postsGoOver ? successorId : null, now]);
}
