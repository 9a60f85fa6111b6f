import type { OfficerRole } from '@satu-pintu/domain-kit';
import { type OfficeRight, REPORT_RIGHTS, type ReportRight, type ReportRightName } from './report-rights.js';
import { type OfficeWay, postIn, type ReportStanding } from './report-standing.js';

/** As what somebody does something to a report: as its reporter, or in a post. */
export type Entitled<Held> = 'REPORTER' | Held;

/** As what somebody may do this to a report; null for whoever may not, which is how everything is denied. */
export function permitOnReport<Held extends { readonly role: OfficerRole }>(
  name: OfficeRight,
  standing: ReportStanding<Held>,
): Held | null;
export function permitOnReport<Held extends { readonly role: OfficerRole }>(
  name: ReportRightName,
  standing: ReportStanding<Held>,
): Entitled<Held> | null;
export function permitOnReport<Held extends { readonly role: OfficerRole }>(
  name: ReportRightName,
  standing: ReportStanding<Held>,
): Entitled<Held> | null {
  const right: ReportRight = REPORT_RIGHTS[name];
  if (right.neverItsReporter && standing.isReporter) return null;
  if (right.neverWhoArchivedIt && standing.hasArchivedIt) return null;
  for (const way of right.by) {
    const found = way === 'REPORTER' ? reporterIn(standing) : postIn(way satisfies OfficeWay, standing);
    if (found !== null) return found;
  }
  return null;
}

function reporterIn({ isReporter }: { readonly isReporter: boolean }): 'REPORTER' | null {
  return isReporter ? 'REPORTER' : null;
}
