import type { Decision } from '@satu-pintu/domain-kit';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { timeOfReporter } from '../deadlines/time-of-reporter.js';
import { type CompletionRefusal, decideExpiry } from './completion.rules.js';

/** T04: the office's own act, when a reporter has not answered in time. Nobody can ask for it through the graph. */
export class ExpireCompletion {
  constructor(private readonly parts: CommandParts) {}

  execute(reportId: string): Promise<Decision<ReportEntity, CompletionRefusal | CommonRefusal>> {
    return actBySystem(this.parts, reportId, ({ report, clocks, now }) =>
      decideExpiry(report, timeOfReporter(report, clocks, 'COMPLETION', this.parts.office), now),
    );
  }
}
