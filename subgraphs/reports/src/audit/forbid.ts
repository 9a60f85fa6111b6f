import { recordAudit } from '@satu-pintu/audit';
import type { Viewer } from '@satu-pintu/domain-kit';
import { forbidden } from '@satu-pintu/service-kit';
import type { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import { auditedActor } from './audited-actor.rules.js';

/** What is thrown at whoever comes to a desk that is not theirs, once it is written down. */
export async function forbid(
  tx: EntityManager,
  now: Date,
  viewer: Viewer,
  action: string,
  message?: string,
): Promise<GraphQLError> {
  const actor = auditedActor({ action, hasCode: false }, viewer, null);
  const agencyIds = actor.kind === 'OFFICER' ? [actor.agencyId] : [];
  const denial = { action, outcome: 'REFUSED', code: 'FORBIDDEN', actor, subject: null, agencyIds } as const;
  await recordAudit(tx, now, denial);
  return forbidden(message);
}
