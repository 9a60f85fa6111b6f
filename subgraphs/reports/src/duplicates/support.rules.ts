import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { OPEN_STATES, type ReportState } from '../report/report-state.js';

/** What the rule of support asks of a report. */
export interface PublicReport {
  readonly state: ReportState;
  readonly publishedAt: Date | null;
}

export type SupportRefusal =
  { readonly kind: 'NotAllowed' } | { readonly kind: 'ReportNotInState'; readonly state: ReportState };

/**
 * Decision D-5, "I have this too": a citizen with an account supports a public report that is open. Who filed it, and
 * whoever looks at it for an office, is no voice of the public. Null where nothing stands against it.
 */
export function obstacleToSupport(
  report: PublicReport,
  standing: Standing,
  hasAccount: boolean,
): SupportRefusal | null {
  if (!hasAccount || !isOfThePublic(standing) || !report.publishedAt) return { kind: 'NotAllowed' };
  return OPEN_STATES.includes(report.state) ? null : { kind: 'ReportNotInState', state: report.state };
}

/** The secret under which a support is added, once nothing stands against it. */
export function decideSupport(
  report: PublicReport,
  standing: Standing,
  reporterKey: string | null,
): Decision<string, SupportRefusal> {
  const obstacle = obstacleToSupport(report, standing, reporterKey !== null);
  return obstacle ? refuse(obstacle) : decideTakingBack(reporterKey);
}

/** A support is taken back at any time, by the account that can have given it. */
export function decideTakingBack(reporterKey: string | null): Decision<string, SupportRefusal> {
  return reporterKey === null ? refuse({ kind: 'NotAllowed' }) : accept(reporterKey);
}

function isOfThePublic(standing: Standing): boolean {
  const { atHolder, manager, monitor, national, ombudsman, observer } = standing;
  const post = atHolder ?? manager ?? monitor ?? national ?? ombudsman ?? observer;
  return !standing.isReporter && post === null;
}
