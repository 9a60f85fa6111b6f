import { mayLearnOfNotice } from '../deadlines/notice-sight.rules.js';
import { type Standing, takesPart } from '../hierarchy/standing.js';
import type { Act } from '../report/transitions.js';

/** Acts that are between the reporter, the office and the Ombudsman. */
const WITHIN: readonly Act[] = ['OVERSIGHT_ELIGIBLE'];

/** Whether a viewer may know how far a report is on its way to the Ombudsman: who takes part in it. */
export function knowsOversight(standing: Standing): boolean {
  return takesPart(standing);
}

/** Whether a viewer may learn that an act was done; of all but a few, everybody who sees the report may. */
export function mayLearnOf(act: Act, standing: Standing): boolean {
  return (!WITHIN.includes(act) || knowsOversight(standing)) && mayLearnOfNotice(act, standing);
}
