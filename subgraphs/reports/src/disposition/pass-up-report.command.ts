import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { findAgencyAbove } from '../hierarchy/agency.store.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decidePassingUp, type UpwardRefusal } from './upward.rules.js';

/** What the holder's admin sends. */
export interface PassUpReportRequest extends ReportRequest {
  readonly explanation: string;
}

/** T14: pass a returned report to the agency above. */
export class PassUpReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: PassUpReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, UpwardRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'passUpReport', request, viewer, async ({ report, standing, tx }) => {
      const above = await findAgencyAbove(tx, report.holderAgencyId);
      return decidePassingUp(report, standing, {
        explanation: request.explanation,
        aboveId: above?.id ?? null,
      });
    });
  }
}
