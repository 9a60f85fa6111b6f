import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  type CommandParts,
  type ReportRequest,
  writeBesideReport,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { takeStep } from './answer-draft.store.js';
import { type AnswerRefusal, decideRejection, type NamedDraft } from './answer.rules.js';
import { findOpenDraft } from './open-draft.js';

/** What the approver sends: the draft as it was read, and what is wrong with it. */
export interface RejectAnswerRequest extends ReportRequest, NamedDraft {
  readonly reason: string;
}

/** Give a draft back to its writers. */
export class RejectAnswer {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: RejectAnswerRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, AnswerRefusal | ActRefusal>> {
    return writeBesideReport(this.parts, 'rejectAnswer', request, viewer, async (opened) => {
      const { report, standing, tx, now } = opened;
      const open = await findOpenDraft(tx, report.id, viewer);
      const decision = decideRejection(standing, open, request, request.reason);
      if (!decision.ok) return decision;
      const { draft, by, reason } = decision.value;
      const step = { act: 'REJECT', state: 'REJECTED', by, reason } as const;
      return accept(() => takeStep(tx, draft, step, now));
    });
  }
}
