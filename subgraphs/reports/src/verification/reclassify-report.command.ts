import { localDateOf } from '@satu-pintu/calendar';
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
import { limitInClass, resolutionRuns } from '../sla/resolution-limit.rules.js';
import { workingDaysOf } from '../sla/rule-set.js';
import { decideReclassification, type ReclassificationRefusal } from './reclassification.rules.js';

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
        const runs = resolutionRuns((await loadClocks(tx, [report.id])).map(toClock), now);
        const days = workingDaysOf(ruleSets.get(report.ruleSetCode), 'RESOLUTION', request.type);
        const limit = runs && days !== null ? limitInClass(runs, days, calendar) : null;
        if (limit && !limit.ok) return limit;
        return decideReclassification(report, standing, {
          type: request.type,
          reason: request.reason,
          resolution: runs && limit && { runs, limit: limit.value },
          dayOf: (instant) => localDateOf(instant, runs?.first.timeZone ?? 'Asia/Jakarta'),
        });
      },
    );
  }
}
