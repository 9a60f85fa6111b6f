import { permitOnReport, type ReportRightName } from '@satu-pintu/authorization';
import type { Standing } from '../hierarchy/standing.js';
import { type Actor, actorOf, THE_REPORTER } from './act.js';

/** As whom a viewer may do this to a report, as history will name them; null for whoever may not. */
export function actorFor(right: ReportRightName, standing: Standing): Actor | null {
  const entitled = permitOnReport(right, standing);
  return entitled === 'REPORTER' ? THE_REPORTER : entitled && actorOf(entitled);
}
