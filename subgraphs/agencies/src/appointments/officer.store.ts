import type { OfficerRole } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Invitation } from './invitation.js';
import type { Person } from './appointment.rules.js';

/** A post as it is to be stored. */
export interface StoredPost extends Person {
  readonly id: string;
  readonly agencyId: string;
  readonly role: OfficerRole;
  readonly isActive: boolean;
}

/** A post, and what is told to users with it. */
export interface InvitedPost extends StoredPost {
  /** How the post is taken up; null where nobody is invited. */
  readonly invitation: Invitation | null;
  /** Whether whoever holds it loses the second factor. */
  readonly isSecondFactorReset?: true;
}

/** The account of a post never changes here: users alone knows who has taken it up. */
const SAVE_POSTS = /* sql */ `
  with wanted as (
    select *
      from jsonb_to_recordset($1::jsonb)
        as wanted (id uuid, "agencyId" uuid, role text, name text, title text, "workEmail" text, "workPhone" text,
          "isActive" boolean, invitation jsonb, "isSecondFactorReset" boolean)
  ), post as (
    insert into officer as known (id, agency_id, role, name, title, work_email, work_phone, account_id, is_active, version)
    select id, "agencyId", role, name, title, "workEmail", "workPhone", null, "isActive", 1 from wanted
    on conflict (id) do update
       set (agency_id, role, name, title, work_email, work_phone, is_active, version)
         = (excluded.agency_id, excluded.role, excluded.name, excluded.title, excluded.work_email,
           excluded.work_phone, excluded.is_active, known.version + 1)
    returning known.*
  )
  insert into outbox (id, type, aggregate_id, version, at, payload)
  select gen_random_uuid(),
         case when not post.is_active then 'officer.ended' when post.version = 1 then 'officer.appointed'
              else 'officer.changed' end,
         post.id, post.version, $2,
         case when wanted.invitation is null then '{}'::jsonb
              else jsonb_build_object('invitation', wanted.invitation) end
           || case when wanted."isSecondFactorReset" then '{"isSecondFactorReset": true}'::jsonb else '{}'::jsonb end
           || jsonb_build_object('id', post.id, 'agencyId', post.agency_id, 'role', post.role,
                'isActive', post.is_active, 'accountId', post.account_id)
    from post join wanted on wanted.id = post.id
`;

/** Saves posts and what is told of them (`OfficerSnapshot`) in one statement. */
export async function savePosts(tx: EntityManager, posts: readonly InvitedPost[], now: Date): Promise<void> {
  const told = (invitation: Invitation | null): object | null =>
    invitation && { codeHash: invitation.codeHash, expiresAt: invitation.expiresAt.toISOString() };
  const rows = posts.map((post) => ({ ...post, invitation: told(post.invitation) }));
  await tx.query(SAVE_POSTS, [JSON.stringify(rows), now]);
}

/** Saves one post. */
export async function savePost(
  tx: EntityManager,
  post: StoredPost,
  now: Date,
  invitation: Invitation | null = null,
): Promise<void> {
  await savePosts(tx, [{ ...post, invitation }], now);
}
