import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideHiding, type PublicationRefusal } from './publication.rules.js';

/** What the editor sends. */
export interface HideReportRequest extends ReportRequest {
  readonly reason: string;
}

/** T30: take a report from the public. */
export class HideReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: HideReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, PublicationRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'hideReport', request, viewer, ({ report, standing, now }) =>
      decideHiding(report, standing, request.reason, now),
    );
  }
}
