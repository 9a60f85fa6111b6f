import { handlerOf } from '../follow-up/follow-up.rules.js';
import type { Standing } from '../hierarchy/standing.js';
import { dispatchActOf } from '../disposition/disposition.rules.js';
import { verifierOf } from '../verification/verification.rules.js';
import type { ReportEntity } from './report.entity.js';
import { type Act, mayBeginIn } from './transitions.js';

/** Acts that a viewer is offered; each is the mutation of that name. */
export const REPORT_ACTIONS = [
  'VERIFY',
  'ARCHIVE',
  'DISPATCH',
  'ACCEPT',
  'RECORD_FOLLOW_UP',
  'RETURN',
  'REPLY',
  'CONFIRM',
] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

/** What this viewer may do with this report now, by the same rules that the commands ask. */
export function viewerActionsOn(
  report: ReportEntity,
  standing: Standing,
  returnsBeforeBinding: number,
): readonly ReportAction[] {
  const begins = (act: Act): boolean => mayBeginIn(act, report.state);
  const isVerifier = verifierOf(standing) !== null;
  const isHandler = handlerOf(standing) !== null;
  const isUntouched = !report.isBinding && report.firstFollowUpAt === null;
  const allowed: Readonly<Record<ReportAction, boolean>> = {
    VERIFY: isVerifier && begins('VERIFY'),
    ARCHIVE: isVerifier && begins('ARCHIVE'),
    DISPATCH: mayDispatch(report, standing, returnsBeforeBinding),
    ACCEPT: isHandler && begins('ACCEPT'),
    RECORD_FOLLOW_UP: isHandler && begins('FOLLOW_UP'),
    RETURN: standing.atHolder !== null && isUntouched && begins('RETURN'),
    REPLY: standing.isReporter && begins('REPLY'),
    CONFIRM: standing.isReporter && begins('CONFIRM'),
  };
  return REPORT_ACTIONS.filter((action) => allowed[action]);
}

function mayDispatch(report: ReportEntity, standing: Standing, returnsBeforeBinding: number): boolean {
  const act = dispatchActOf(report, returnsBeforeBinding);
  const isEntitled = act === 'BIND' ? standing.national : (standing.manager ?? standing.national);
  return isEntitled !== null && mayBeginIn(act, report.state);
}
