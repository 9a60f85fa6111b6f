import type { Decision } from '@satu-pintu/domain-kit';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { latestClock } from '../sla/clock.rules.js';
import { type BreachableClock, type DeadlineRefusal, decideBreach } from './deadline.rules.js';

/** T27: writes down that an agency let a clock run out. Nobody can ask for it through the graph. */
export class RecordBreach {
  constructor(private readonly parts: CommandParts) {}

  execute(
    reportId: string,
    kind: BreachableClock,
  ): Promise<Decision<ReportEntity, DeadlineRefusal | CommonRefusal>> {
    return actBySystem(this.parts, reportId, ({ report, clocks, now }) =>
      decideBreach(report, kind, latestClock(clocks, kind), now),
    );
  }
}
