import { randomUUID } from 'node:crypto';
import { localDateOf } from '@satu-pintu/calendar';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import type { AttachingRefusal, NamedAttachments } from '../attachments/attach.rules.js';
import { withAttachments } from '../attachments/with-attachments.js';
import { ANSWER_REJECTED, openingOfOversight } from '../oversight/eligibility.rules.js';
import { oversightTermsOn } from '../oversight/oversight-terms.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideReply, type FollowUpRefusal } from './follow-up.rules.js';

/** What the reporter sends. */
export interface ReplyToReportRequest extends ReportRequest, Pick<NamedAttachments, 'attachmentIds'> {
  readonly body: string;
}

/** T17: the reporter answers an answer. */
export class ReplyToReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReplyToReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, FollowUpRefusal | AttachingRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'replyToReport', request, viewer, ({ report, standing, tx, now }) => {
      const ruleSet = this.parts.office.ruleSets.get(report.ruleSetCode);
      const terms = oversightTermsOn(localDateOf(now, 'Asia/Jakarta'), ruleSet);
      const opening = openingOfOversight(report, ANSWER_REJECTED, terms);
      const decision = decideReply(report, standing, { id: randomUUID(), body: request.body }, opening);
      return withAttachments(decision, request, { tx, viewer, now });
    });
  }
}
