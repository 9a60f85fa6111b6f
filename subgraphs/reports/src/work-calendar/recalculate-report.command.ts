import type { Decision } from '@satu-pintu/domain-kit';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { loadClocks, toClock } from '../sla/clock.store.js';
import {
  decideRecalculation,
  type RecalculationOrder,
  type RecalculationRefusal,
} from './recalculation.rules.js';

/** Counts the open deadlines of one report anew, as part of a recalculation. */
export class RecalculateReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    reportId: string,
    order: RecalculationOrder,
  ): Promise<Decision<ReportEntity, RecalculationRefusal | CommonRefusal>> {
    const { office } = this.parts;
    return actBySystem(this.parts, reportId, async ({ report, now, tx }) => {
      const rows = await loadClocks(tx, [report.id]);
      const runs = await Promise.all(
        rows.map(async (row) => ({
          run: toClock(row),
          countedBy: await office.calendarOf(row.calendar_edition, tx),
        })),
      );
      return decideRecalculation(report, runs, order, office.calendar, now);
    });
  }
}
