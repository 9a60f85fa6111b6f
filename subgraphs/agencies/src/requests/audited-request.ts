import {
  type AuditActor,
  type AuditedDeed,
  type AuditSubject,
  isDenial,
  recordAudit,
} from '@satu-pintu/audit';
import { type Decision, isUuid, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { HeldPost } from './held-posts.query.js';

/** What a change is about, as its sender named it. */
export interface Named {
  readonly officerId?: string | null;
  readonly agencyId?: string | null;
  readonly parentId?: string | null;
  /** Takes over what another agency leaves. */
  readonly successorId?: string | null;
}

/** What came of a request, for the audit log. */
export interface AnsweredRequest {
  readonly act: string;
  readonly named: Named;
  /** Agency of the post at hand, as it was before. */
  readonly agencyBefore: string | null;
  /** Id of what was changed. */
  readonly changedId: string | null;
  readonly outcome: Decision<unknown, { readonly kind: string }>;
}

/* An agency, or that of a post, as it is after the change. */
const AGENCY_OF = /* sql */ `
  select id, 'AGENCY' as kind, id as "agencyId" from agency where id = $1
  union all
  select id, 'OFFICER' as kind, agency_id as "agencyId" from officer where id = $1
`;

/** Where a post is held; null when no post was named, or none that there is. */
export async function findAgencyOfPost(tx: EntityManager, { officerId }: Named): Promise<string | null> {
  if (!isPresent(officerId)) return null;
  const [post] = await tx.query<{ agencyId: string }[]>(AGENCY_OF, [officerId]);
  return post?.agencyId ?? null;
}

/**
 * Writes down who asked for what, and what came of it: beside the change, or in place of it. What was changed concerns
 * the agency where it was and the one where it is; what was refused, the agency of who asked.
 */
export async function recordRequest(
  tx: EntityManager,
  now: Date,
  viewer: Viewer,
  first: HeldPost | undefined,
  { act, named, agencyBefore, changedId, outcome }: AnsweredRequest,
): Promise<void> {
  if (!outcome.ok && !isDenial(outcome.refusal)) return;
  const actor = actorOf(viewer, first);
  const own = actor.kind === 'OFFICER' ? [actor.agencyId] : [];
  const common = { action: act, actor };
  if (!outcome.ok) {
    const denial: AuditedDeed = {
      ...common,
      outcome: 'REFUSED',
      code: outcome.refusal.kind,
      subject: subjectIn(named),
      agencyIds: own,
    };
    await recordAudit(tx, now, denial);
    return;
  }
  const [changed] = await tx.query<(AuditSubject & { agencyId: string })[]>(AGENCY_OF, [changedId]);
  await recordAudit(tx, now, {
    ...common,
    outcome: 'ACCEPTED',
    code: null,
    subject: changed ? { kind: changed.kind, id: changed.id } : null,
    agencyIds: [
      ...own,
      ...[agencyBefore, named.agencyId, named.parentId, named.successorId, changed?.agencyId].filter(
        isPresent,
      ),
    ],
  });
}

/** The post by which it was judged; else the one that the sender still claims to hold. */
function actorOf({ appointments }: Viewer, first: HeldPost | undefined): AuditActor {
  const post = first ?? appointments[0];
  if (!post) return { kind: 'SOMEBODY' };
  return { kind: 'OFFICER', role: post.role, agencyId: post.agencyId, officerId: post.officerId };
}

function subjectIn({ officerId, agencyId, parentId }: Named): AuditSubject | null {
  if (isPresent(officerId)) return { kind: 'OFFICER', id: officerId };
  const agency = agencyId ?? parentId;
  return isPresent(agency) ? { kind: 'AGENCY', id: agency } : null;
}

function isPresent(id: string | null | undefined): id is string {
  return typeof id === 'string' && isUuid(id);
}
