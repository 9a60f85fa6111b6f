import { localDateOf } from '@satu-pintu/calendar';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { type AnswerRefusal, decideApproval, type NamedDraft } from './answer.rules.js';
import { findOpenDraft } from './open-draft.js';

/** What the approver sends: the draft as it was read. */
export interface ApproveAnswerRequest extends ReportRequest, NamedDraft {}

/** T10, T11: give the drafted answer. From here on clocks, history and news are those of any answer. */
export class ApproveAnswer {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ApproveAnswerRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, AnswerRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'approveAnswer', request, viewer, async (opened) => {
      const { report, standing, tx, now } = opened;
      const open = await findOpenDraft(tx, report.id, viewer);
      return decideApproval(report, standing, open, request, {
        today: localDateOf(now, 'Asia/Jakarta'),
        now,
      });
    });
  }
}
