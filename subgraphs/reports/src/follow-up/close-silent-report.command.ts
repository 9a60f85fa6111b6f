import type { Decision } from '@satu-pintu/domain-kit';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { timeOfReporter } from '../deadlines/time-of-reporter.js';
import { decideSilentClosing, type FollowUpRefusal } from './follow-up.rules.js';

/** T20: the office's own act, when a reporter has not answered in time. Nobody can ask for it through the graph. */
export class CloseSilentReport {
  constructor(private readonly parts: CommandParts) {}

  execute(reportId: string): Promise<Decision<ReportEntity, FollowUpRefusal | CommonRefusal>> {
    return actBySystem(this.parts, reportId, ({ report, clocks, now }) =>
      decideSilentClosing(report, timeOfReporter(report, clocks, 'SILENCE', this.parts.office), now),
    );
  }
}
