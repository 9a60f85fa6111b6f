import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decidePublishing, type PublicationRefusal } from './publication.rules.js';

/** What the editor sends. */
export interface PublishReportRequest extends ReportRequest {
  readonly reason: string;
}

/** T30: put a verified report before the public. */
export class PublishReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: PublishReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, PublicationRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'publishReport', request, viewer, ({ report, standing, now }) =>
      decidePublishing(report, standing, request.reason, now),
    );
  }
}
