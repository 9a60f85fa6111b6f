import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportType } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { loadClocks, toClock } from '../sla/clock.store.js';
import {
  decideReclassification,
  reclassificationOf,
  type ReclassificationRefusal,
} from './reclassification.rules.js';

/** What the officer sends. */
export interface ReclassifyReportRequest extends ReportRequest {
  readonly type: ReportType;
  readonly reason: string;
}

/** T25: put a report into another class; its deadline follows. */
export class ReclassifyReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReclassifyReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, ReclassificationRefusal | ActRefusal>> {
    return actOnReport<ReclassificationRefusal | ActRefusal>(
      this.parts,
      'reclassifyReport',
      request,
      viewer,
      async ({ report, standing, tx, now }) => {
        const { ruleSets, calendar } = this.parts.office;
        const clocks = (await loadClocks(tx, [report.id])).map(toClock);
        const ruleSet = ruleSets.get(report.ruleSetCode);
        const reclassification = reclassificationOf(clocks, request, ruleSet, calendar, now);
        if (!reclassification.ok) return reclassification;
        return decideReclassification(report, standing, reclassification.value);
      },
    );
  }
}
