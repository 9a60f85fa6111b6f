import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import { letGoOfFiles } from '../attachments/draft-files.store.js';
import {
  type ActRefusal,
  type CommandParts,
  type ReportRequest,
  writeBesideReport,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { takeStep } from './answer-draft.store.js';
import { type AnswerRefusal, decideDiscarding, type NamedDraft } from './answer.rules.js';
import { findOpenDraft } from './open-draft.js';

/** What the officer sends: the draft as it was read. */
export interface DiscardAnswerRequest extends ReportRequest, NamedDraft {}

/** Give a draft up; another one may be written, and its files are loose again. */
export class DiscardAnswer {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: DiscardAnswerRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, AnswerRefusal | ActRefusal>> {
    return writeBesideReport(this.parts, 'discardAnswer', request, viewer, async (opened) => {
      const { report, standing, tx, now } = opened;
      const open = await findOpenDraft(tx, report.id, viewer);
      const decision = decideDiscarding(standing, open, request);
      if (!decision.ok) return decision;
      const { draft, by } = decision.value;
      return accept(async () => {
        await takeStep(tx, draft, { act: 'DISCARD', state: 'DISCARDED', by }, now);
        await letGoOfFiles(tx, draft.id, now);
      });
    });
  }
}
