import { randomUUID } from 'node:crypto';
import { accept, type Decision, refuse, type Viewer } from '@satu-pintu/domain-kit';
import { findAgency } from '../hierarchy/agency.store.js';
import { loadPosts } from '../hierarchy/standing.store.js';
import { atTheDesk, inAuditedTransaction } from '../audit/audited-transaction.js';
import type { CommandParts } from '../report/act-on-report.js';
import { findCarriedOut, rememberRequest } from '../report/idempotency.store.js';
import { refuseKey, requestIdentity } from '../report/request-identity.js';
import type { Outcome } from '../report/report-state.js';
import { decideNewTemplate, type TemplateRefusal } from './template.rules.js';
import {
  findTemplate,
  insertTemplate,
  isNameTaken,
  lockTemplatesOf,
  type TemplateRow,
} from './template.store.js';

/** What the admin sends. */
export interface CreateTemplateRequest {
  readonly agencyId: string;
  readonly name: string;
  readonly body: string;
  readonly outcome?: Outcome | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

const CREATE = 'createAnswerTemplate';

type Created = Decision<TemplateRow | null, TemplateRefusal | { readonly kind: 'IdempotencyConflict' }>;

/** A new text for the officers of an agency and of those below. */
export class CreateTemplate {
  constructor(private readonly parts: Pick<CommandParts, 'database' | 'clock'>) {}

  execute(request: CreateTemplateRequest, viewer: Viewer): Promise<Created> {
    const { clock } = this.parts;
    const identity = requestIdentity(CREATE, request, viewer);
    const beginning = atTheDesk(CREATE, viewer, { kind: 'AGENCY', id: request.agencyId });
    return inAuditedTransaction(this.parts, CREATE, beginning, async (tx, deed): Promise<Created> => {
      const agency = await findAgency(tx, request.agencyId);
      const text = { name: request.name, body: request.body, outcome: request.outcome ?? null };
      const decision = decideNewTemplate(await loadPosts(tx, viewer), agency, text);
      if (!decision.ok) return decision;
      const badKey = refuseKey(request);
      if (badKey) return refuse(badKey);
      const { by, text: accepted } = decision.value;
      const template = { id: randomUUID(), agencyId: request.agencyId };
      await lockTemplatesOf(tx, template.agencyId);
      const earlier = identity && (await findCarriedOut(tx, identity));
      if (earlier) {
        deed.isWrittenDown = true;
        return earlier.isSame
          ? accept(await findTemplate(tx, earlier.reportId))
          : refuse({ kind: 'IdempotencyConflict' });
      }
      if (await isNameTaken(tx, template.agencyId, accepted.name, template.id)) {
        return refuse({ kind: 'AnswerTemplateNameTaken' });
      }
      const isFirst = !identity || (await rememberRequest(tx, identity, template.id, clock.now()));
      if (!isFirst) return refuse({ kind: 'IdempotencyConflict' });
      deed.subject = { kind: 'ANSWER_TEMPLATE', id: template.id };
      deed.agencyIds = [template.agencyId];
      await insertTemplate(tx, template, accepted, by.officerId, clock.now());
      return accept(await findTemplate(tx, template.id));
    });
  }
}
