import type { EntityManager } from 'typeorm';
import type { Actor } from '../report/act.js';

/** What holds for the answers of one agency. */
export interface AnswerPolicyRow {
  readonly agencyId: string;
  readonly requiresApproval: boolean;
  /** Agency whose decision it is: the agency itself, or the nearest above it in its house that has made one. */
  readonly decidedBy: string;
}

const IN_FORCE = /* sql */ `
  select asked.id as "agencyId", policy.requires_approval as "requiresApproval", policy.agency_id as "decidedBy"
    from agency asked
    cross join lateral (
      select last.agency_id, last.requires_approval
        from agency above
        cross join lateral (
          select agency_id, requires_approval from answer_policy
           where agency_id = above.id order by seq desc limit 1) as last
       where above.path @> asked.path and above.house_path @> asked.house_path
       order by nlevel(above.house_path) desc
       limit 1) as policy
   where asked.id = any($1::uuid[])
`;

const LOCK = /* sql */ `select from agency where id = $1 for no key update`;

/* Nothing is written where the last decision says the same. */
const DECIDE = /* sql */ `
  insert into answer_policy (agency_id, seq, requires_approval, by_role, by_agency_id, by_officer_id, at)
  select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6 from answer_policy where agency_id = $1
  having (array_agg(requires_approval order by seq desc))[1] is distinct from $2
`;

/** The policies in force for these agencies; those for which nobody has decided anything are missing. */
export async function loadAnswerPolicies(
  tx: EntityManager,
  agencyIds: readonly string[],
): Promise<readonly AnswerPolicyRow[]> {
  return tx.query<AnswerPolicyRow[]>(IN_FORCE, [agencyIds]);
}

/** Whether answers of an agency need the approval of another officer. */
export async function requiresApproval(tx: EntityManager, agencyId: string): Promise<boolean> {
  const [policy] = await loadAnswerPolicies(tx, [agencyId]);
  return policy?.requiresApproval ?? false;
}

/** Decides for one agency, after whatever it had decided before. */
export async function appendAnswerPolicy(
  tx: EntityManager,
  agencyId: string,
  isRequired: boolean,
  by: Actor,
  now: Date,
): Promise<void> {
  await tx.query(LOCK, [agencyId]);
  await tx.query(DECIDE, [agencyId, isRequired, by.role, by.agencyId, by.officerId, now]);
}
