import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideAcceptance, type FollowUpRefusal } from './follow-up.rules.js';

/** T09: take a dispatched report in hand. */
export class AcceptReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, FollowUpRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'acceptReport', request, viewer, ({ report, standing }) =>
      decideAcceptance(report, standing),
    );
  }
}
