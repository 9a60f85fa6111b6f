import { permitOnReport } from '@satu-pintu/authorization';
import type { WorkCalendar } from '@satu-pintu/calendar';
import { returnWindowOf } from '../disposition/disposition.rules.js';
import { chanceOf } from '../second-chance/chance.rules.js';
import { toClock } from '../sla/clock.store.js';
import { type ResolutionRuns, resolutionRuns } from '../sla/resolution-limit.rules.js';
import type { RuleSet } from '../sla/rule-set.js';
import type { Loaders } from './loaders.js';
import type { ReportsContext } from './reports-context.js';
import type { Report } from './report.type.js';
import { mayBeginIn } from './transitions.js';
import type { ActionTime } from './viewer-actions.rules.js';

/**
 * What time allows to be done to a report. Where no day can be counted nothing is offered; who asks for it is told
 * which year is missing.
 */
export async function actionTimeOf(
  report: Report,
  ruleSet: RuleSet,
  calendar: WorkCalendar,
  { loaders, viewer }: ReportsContext,
  now: Date,
): Promise<ActionTime> {
  const { row } = report;
  const holder = await loaders.agencies.load(row.holderAgencyId);
  const chance = holder && chanceOf(row, ruleSet, holder.timeZone, calendar);
  const window = holder && returnWindowOf(row, ruleSet, holder.timeZone, calendar);
  return {
    now,
    hasAccount: viewer.reporterKey !== null,
    chance: chance?.ok ? chance.value : null,
    returnEndsAt: window?.ok ? window.value : null,
    resolution: await resolutionOf(report, loaders, now),
  };
}

/** Clocks are looked at only for those who could move one. */
async function resolutionOf(
  { row, standing }: Report,
  loaders: Loaders,
  now: Date,
): Promise<ResolutionRuns | null> {
  const isMovable = mayBeginIn('RECLASSIFY', row.state) || mayBeginIn('EXTEND', row.state);
  if (!isMovable || !permitOnReport('RECLASSIFY', standing)) return null;
  return resolutionRuns((await loaders.clocks.load(row.id)).map(toClock), now);
}
