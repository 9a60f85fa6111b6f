import type { Decision } from '@satu-pintu/domain-kit';
import { loadCoordinatorAbove, loadNationalDesk } from '../hierarchy/agency.store.js';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { latestClock } from '../sla/clock.rules.js';
import { type ClockKind, noticesOf } from '../sla/rule-set.js';
import type { DeadlineRefusal } from './deadline.rules.js';
import { decideNotice } from './notice.rules.js';

/** Sends the next reminder or escalation of a clock when its time has come. Nobody can ask for it through the graph. */
export class SendNotice {
  constructor(private readonly parts: CommandParts) {}

  execute(
    reportId: string,
    kind: ClockKind,
  ): Promise<Decision<ReportEntity, DeadlineRefusal | CommonRefusal>> {
    return actBySystem(this.parts, reportId, async ({ report, clocks, now, tx }) => {
      const { ruleSets, calendar } = this.parts.office;
      const above = {
        COORDINATOR: (await loadCoordinatorAbove(tx, report.holderAgencyId)).id,
        NATIONAL_DESK: (await loadNationalDesk(tx)).id,
      };
      const notices = noticesOf(ruleSets.get(report.ruleSetCode), kind);
      return decideNotice(report, { run: latestClock(clocks, kind), notices, calendar, above }, now);
    });
  }

  /** All that are due, one after the other, each an act of its own; says how many there were. */
  async executeAll(reportId: string, kind: ClockKind): Promise<number> {
    for (let sent = 0; ; sent += 1) {
      const outcome = await this.execute(reportId, kind);
      if (!outcome.ok) return sent;
    }
  }
}
