import { randomUUID } from 'node:crypto';
import { localDateOf } from '@satu-pintu/calendar';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import type { AttachingRefusal, NamedAttachments } from '../attachments/attach.rules.js';
import { withAttachments } from '../attachments/with-attachments.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { type CompletionRefusal, decideCompletion } from './completion.rules.js';

/** What the reporter sends. */
export interface CompleteReportRequest extends ReportRequest, Pick<NamedAttachments, 'attachmentIds'> {
  readonly text: string;
  /** Calendar day of the incident, not after today in Jakarta; only before verification, like the two below. */
  readonly incidentDate?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly regionCode?: string | null | undefined;
}

/** T03: the reporter answers a question, and the report goes on from where it stood. */
export class CompleteReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: CompleteReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, CompletionRefusal | AttachingRefusal | ActRefusal>> {
    const answer = {
      id: randomUUID(),
      body: request.text,
      incidentDate: request.incidentDate ?? null,
      place: request.place ?? null,
      regionCode: request.regionCode ?? null,
    };
    return actOnReport(this.parts, 'completeReport', request, viewer, ({ report, standing, tx, now }) => {
      const decision = decideCompletion(report, standing, answer, localDateOf(now, 'Asia/Jakarta'));
      return withAttachments(decision, request, { tx, viewer, now });
    });
  }
}
