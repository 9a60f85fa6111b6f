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

/** The account of a post never changes here: users alone knows who has taken it up. */
const SAVE_POST = /* sql */ `
  with post as (
    insert into officer as known (id, agency_id, role, name, title, work_email, work_phone, account_id, is_active, version)
    values ($1, $2, $3, $4, $5, $6, $7, null, $8, 1)
    on conflict (id) do update
       set (agency_id, role, name, title, work_email, work_phone, is_active, version)
         = (excluded.agency_id, excluded.role, excluded.name, excluded.title, excluded.work_email,
           excluded.work_phone, excluded.is_active, known.version + 1)
    returning known.*
  )
  insert into outbox (id, type, aggregate_id, version, at, payload)
  select gen_random_uuid(),
         case when not is_active then 'officer.ended' when version = 1 then 'officer.appointed' else 'officer.changed' end,
         id, version, $9,
         jsonb_strip_nulls(jsonb_build_object('invitation', $10::jsonb))
           || jsonb_build_object('id', id, 'agencyId', agency_id, 'role', role, 'isActive', is_active,
                'accountId', account_id)
    from post
`;

/** Saves a post and what is told of it (`OfficerSnapshot`) in one statement. */
export async function savePost(
  tx: EntityManager,
  post: StoredPost,
  now: Date,
  invitation: Invitation | null = null,
): Promise<void> {
  const told = invitation && { codeHash: invitation.codeHash, expiresAt: invitation.expiresAt.toISOString() };
  await tx.query(SAVE_POST, [
    post.id,
    post.agencyId,
    post.role,
    post.name,
    post.title,
    post.workEmail,
    post.workPhone,
    post.isActive,
    now,
    told && JSON.stringify(told),
  ]);
}
