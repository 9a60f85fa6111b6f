import { localDateOf } from '@satu-pintu/calendar';
import type { Decision } from '@satu-pintu/domain-kit';
import { oversightTermsOn } from '../oversight/oversight-terms.js';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { latestClock } from '../sla/clock.rules.js';
import { type DeadlineRefusal, decideEligibility } from './deadline.rules.js';

/** T28: opens the way to the Ombudsman when the agency's time is over. Nobody can ask for it through the graph. */
export class OpenOversight {
  constructor(private readonly parts: CommandParts) {}

  execute(reportId: string): Promise<Decision<ReportEntity, DeadlineRefusal | CommonRefusal>> {
    return actBySystem(this.parts, reportId, ({ report, clocks, now }) => {
      const ruleSet = this.parts.office.ruleSets.get(report.ruleSetCode);
      const terms = oversightTermsOn(localDateOf(now, 'Asia/Jakarta'), ruleSet);
      return decideEligibility(report, latestClock(clocks, 'OMBUDSMAN'), terms, now);
    });
  }
}
