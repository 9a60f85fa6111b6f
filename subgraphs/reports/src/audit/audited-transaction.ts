import {
  type AuditActor,
  type AuditedDeed,
  type AuditSubject,
  isDenial,
  recordAudit,
} from '@satu-pintu/audit';
import type { Clock, Decision, Viewer } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { auditedActor, isBetweenTwo } from './audited-actor.rules.js';

/** What a command is made with so that it is written down. */
export interface AuditParts {
  readonly database: DataSource;
  readonly clock: Clock;
}

/** What is known of a deed as it begins; the command adds what it learns. */
export interface DeedAtHand {
  actor: AuditActor;
  subject: AuditSubject | null;
  /** Whose administrators may know of it once it is carried out, beside those of the actor. */
  agencyIds: readonly string[];
  /** Nothing was done that is not written down: the same request came again, or its statement wrote the entry. */
  isWrittenDown: boolean;
}

/**
 * The one transaction of every command: whatever comes of it, its entry in the audit log is written in the same
 * transaction. A refusal changes nothing but the log; what nobody could have accepted is not written down.
 */
export function inAuditedTransaction<Done, Refused extends { readonly kind: string }>(
  { database, clock }: AuditParts,
  action: string,
  beginning: { readonly actor: AuditActor; readonly subject?: AuditSubject | null },
  work: (tx: EntityManager, deed: DeedAtHand) => Promise<Decision<Done, Refused>>,
): Promise<Decision<Done, Refused>> {
  return inTransaction(database, async (tx) => {
    const deed: DeedAtHand = { subject: null, agencyIds: [], isWrittenDown: false, ...beginning };
    const outcome = await work(tx, deed);
    const told = deedOf(action, deed, outcome);
    if (told) await recordAudit(tx, clock.now(), told);
    return outcome;
  });
}

/** How a command begins that is about no report: with the viewer's post, and the agency or text it is about. */
export function atTheDesk(
  action: string,
  viewer: Viewer,
  subject: AuditSubject | null = null,
): { readonly actor: AuditActor; readonly subject: AuditSubject | null } {
  return { actor: auditedActor({ action, hasCode: false }, viewer, null), subject };
}

function deedOf(
  action: string,
  { actor, subject, agencyIds, isWrittenDown }: DeedAtHand,
  outcome: Decision<unknown, { readonly kind: string }>,
): AuditedDeed | null {
  const own = actor.kind === 'OFFICER' ? [actor.agencyId] : [];
  const common = { action, actor, subject, isPrivate: isBetweenTwo(action) };
  if (outcome.ok) {
    const concerned = common.isPrivate ? [] : [...own, ...agencyIds];
    return isWrittenDown ? null : { ...common, outcome: 'ACCEPTED', code: null, agencyIds: concerned };
  }
  // Whom else a refusal concerns may be what is hidden.
  const code = outcome.refusal.kind;
  return isDenial(outcome.refusal) ? { ...common, outcome: 'REFUSED', code, agencyIds: own } : null;
}
