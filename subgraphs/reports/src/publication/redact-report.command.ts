import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { findFilesOf } from '../attachments/attachment.store.js';
import { findLinesOf } from '../follow-up/follow-up.store.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideRedaction, type PublicationRefusal } from './publication.rules.js';

/** What the editor sends. */
export interface RedactReportRequest extends ReportRequest {
  readonly publicTitle?: string | null | undefined;
  readonly publicBody?: string | null | undefined;
  readonly hideFollowUpIds: readonly string[];
  readonly hideAttachmentIds: readonly string[];
  readonly reason: string;
}

/** T30: change what the public reads of a report. */
export class RedactReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: RedactReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, PublicationRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'redactReport', request, viewer, async ({ report, standing, tx, now }) => {
      const hiddenLines = request.hideFollowUpIds.map((id) => id.toLowerCase());
      const hiddenFiles = request.hideAttachmentIds.map((id) => id.toLowerCase());
      const files = await findFilesOf(tx, report.id, hiddenFiles);
      const redaction = {
        publicTitle: request.publicTitle ?? null,
        publicBody: request.publicBody ?? null,
        hiddenLines,
        knownLines: await findLinesOf(tx, report.id, hiddenLines),
        hiddenFiles,
        knownFiles: new Set(files.map(({ id }) => id)),
        reason: request.reason,
      };
      return decideRedaction(report, standing, redaction, now);
    });
  }
}
