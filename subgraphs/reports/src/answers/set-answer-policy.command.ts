import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import { findAgency } from '../hierarchy/agency.store.js';
import { loadPosts } from '../hierarchy/standing.store.js';
import { atTheDesk, inAuditedTransaction } from '../audit/audited-transaction.js';
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
    const { clock } = this.parts;
    const beginning = atTheDesk('setAnswerPolicy', viewer, { kind: 'AGENCY', id: agencyId });
    return inAuditedTransaction<string, AnswerPolicyRefusal>(
      this.parts,
      'setAnswerPolicy',
      beginning,
      async (tx, deed) => {
        const agency = await findAgency(tx, agencyId);
        const decision = decideAnswerPolicy(await loadPosts(tx, viewer), agency);
        if (!decision.ok) return decision;
        deed.agencyIds = [agencyId];
        await appendAnswerPolicy(tx, agencyId, requiresApproval, decision.value, clock.now());
        return accept(agencyId);
      },
    );
  }
}
