import type { WorkCalendar } from '@satu-pintu/calendar';
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
import { calendarsOf } from '../sla/editions.js';
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
        const { office } = this.parts;
        const clocks = (await loadClocks(tx, [report.id])).map(toClock);
        const ruleSet = office.ruleSets.get(report.ruleSetCode);
        const read = (edition: number): Promise<WorkCalendar> => office.calendarOf(edition, tx);
        const calendars = await calendarsOf(clocks, office.calendar, read);
        const reclassification = reclassificationOf(clocks, request, ruleSet, calendars, now);
        if (!reclassification.ok) return reclassification;
        return decideReclassification(report, standing, reclassification.value);
      },
    );
  }
}
