import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import { findAgency } from '../hierarchy/agency.store.js';
import { loadPosts } from '../hierarchy/standing.store.js';
import type { CommandParts } from '../report/act-on-report.js';
import { type AnswerPolicyRefusal, decideAnswerPolicy } from './answer-policy.rules.js';
import { appendAnswerPolicy } from './answer-policy.store.js';

/** What the admin sends. */
export interface SetAnswerPolicyRequest {
  readonly agencyId: string;
  readonly requiresApproval: boolean;
}

/** Decide whether answers of an agency need approval. Asking again for what holds already writes nothing. */
export class SetAnswerPolicy {
  constructor(private readonly parts: CommandParts) {}

  execute(
    { agencyId, requiresApproval }: SetAnswerPolicyRequest,
    viewer: Viewer,
  ): Promise<Decision<string, AnswerPolicyRefusal>> {
    const { database, clock } = this.parts;
    return inTransaction(database, async (tx): Promise<Decision<string, AnswerPolicyRefusal>> => {
      const agency = await findAgency(tx, agencyId);
      const decision = decideAnswerPolicy(await loadPosts(tx, viewer), agency);
      if (!decision.ok) return decision;
      await appendAnswerPolicy(tx, agencyId, requiresApproval, decision.value, clock.now());
      return accept(agencyId);
    });
  }
}
