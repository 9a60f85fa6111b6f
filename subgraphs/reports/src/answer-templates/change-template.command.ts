import { accept, type Decision, refuse, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { findAgency } from '../hierarchy/agency.store.js';
import { loadPosts } from '../hierarchy/standing.store.js';
import { atTheDesk, inAuditedTransaction } from '../audit/audited-transaction.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { Outcome } from '../report/report-state.js';
import { decideChangedTemplate, type TemplateAtHand, type TemplateRefusal } from './template.rules.js';
import {
  findTemplate,
  isNameTaken,
  lockTemplatesOf,
  type TemplateRow,
  updateTemplate,
} from './template.store.js';

/** What the admin sends: the template as it was read, and as it is to be, whole. */
export interface ChangeTemplateRequest {
  readonly templateId: string;
  readonly templateVersion: number;
  readonly name: string;
  readonly body: string;
  readonly outcome?: Outcome | null | undefined;
  readonly isActive: boolean;
}

const CHANGE = 'changeAnswerTemplate';

type Changed = Decision<TemplateRow | null, TemplateRefusal>;

/** Write a template anew, or put it aside. Asking twice is told of by the version. */
export class ChangeTemplate {
  constructor(private readonly parts: Pick<CommandParts, 'database' | 'clock'>) {}

  execute(request: ChangeTemplateRequest, viewer: Viewer): Promise<Changed> {
    const beginning = atTheDesk(CHANGE, viewer, { kind: 'ANSWER_TEMPLATE', id: request.templateId });
    return inAuditedTransaction(this.parts, CHANGE, beginning, async (tx, deed): Promise<Changed> => {
      const template = await openTemplate(tx, request.templateId);
      const text = { name: request.name, body: request.body, outcome: request.outcome ?? null };
      const posts = await loadPosts(tx, viewer);
      const decision = decideChangedTemplate(posts, template, request.templateVersion, text);
      if (!decision.ok) return decision;
      if (!template) return refuse({ kind: 'AnswerTemplateNotFound' });
      const { by, text: accepted } = decision.value;
      if (await isNameTaken(tx, template.agencyId, accepted.name, template.id)) {
        return refuse({ kind: 'AnswerTemplateNameTaken' });
      }
      const changed = { id: template.id, isActive: request.isActive };
      deed.agencyIds = [template.agencyId];
      await updateTemplate(tx, changed, accepted, by.officerId, this.parts.clock.now());
      return accept(await findTemplate(tx, template.id));
    });
  }
}

/** The template with the place of its agency, locked against every other writer of that agency. */
async function openTemplate(tx: EntityManager, id: string): Promise<(TemplateRow & TemplateAtHand) | null> {
  const found = await findTemplate(tx, id);
  if (!found) return null;
  await lockTemplatesOf(tx, found.agencyId);
  const [template, owner] = [await findTemplate(tx, id), await findAgency(tx, found.agencyId)];
  return template && owner && { ...template, owner };
}
