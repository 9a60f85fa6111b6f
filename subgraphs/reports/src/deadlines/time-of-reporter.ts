import type { TimeOfReporter } from '../follow-up/follow-up.rules.js';
import type { Office } from '../report/carry-out.js';
import type { ReportEntity } from '../report/report.entity.js';
import { type Clock, latestClock } from '../sla/clock.rules.js';
import { owesReminder } from '../sla/notice.rules.js';
import { type ClockKind, noticesOf } from '../sla/rule-set.js';

/** How long the reporter still has to answer, and whether the platform has kept its word to remind them. */
export function timeOfReporter(
  report: Pick<ReportEntity, 'ruleSetCode'>,
  clocks: readonly Clock[],
  kind: Extract<ClockKind, 'SILENCE' | 'COMPLETION'>,
  { ruleSets }: Pick<Office, 'ruleSets'>,
): TimeOfReporter {
  const run = latestClock(clocks, kind);
  const notices = noticesOf(ruleSets.get(report.ruleSetCode), kind);
  return { endsAt: run?.dueAt ?? null, owesReminder: owesReminder(run, notices) };
}
