import type { Decision } from '@satu-pintu/domain-kit';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideRelease, type MergeRefusal } from './merge.rules.js';

/** T22 for a report whose case was taken back or set aside. Nobody can ask for it through the graph. */
export class ReleaseMerged {
  constructor(private readonly parts: CommandParts) {}

  execute(
    reportId: string,
    leadState: ReportState,
  ): Promise<Decision<ReportEntity, MergeRefusal | CommonRefusal>> {
    return actBySystem(this.parts, reportId, ({ report }) => decideRelease(report, leadState));
  }
}
