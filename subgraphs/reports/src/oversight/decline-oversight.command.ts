import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideDecline, type OversightRefusal } from './consent.rules.js';

/** T29: refuse the offer of the Ombudsman. */
export class DeclineOversight {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, OversightRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'declineOversight', request, viewer, ({ report, standing }) =>
      decideDecline(report, standing),
    );
  }
}
