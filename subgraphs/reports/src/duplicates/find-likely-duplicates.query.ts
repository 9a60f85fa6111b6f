import type { EntityManager } from 'typeorm';
import { reachOf } from '../report/report-reach.js';
import type { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { type Comparable, type Likeness, rankByLikeness } from './likeness.rules.js';
import { findNearReports } from './near-reports.query.js';

/** A report, filed or not, that others may be about as well. */
export interface Sought extends Comparable {
  readonly agencyId: string | null;
  /** Its own id; null for one that is not filed. */
  readonly id: string | null;
}

/** A report as its viewer reads it, ready to be compared. */
export interface Compared extends Comparable {
  readonly report: Report;
}

/** Nobody is told of older ones: what was broken then is another matter by now. */
const DAYS_BACK = 90;
const DAY_MS = 86_400_000;

/**
 * Reports about the same incident, as far as the viewer may see them. They are found near by and opened like any other,
 * so that what is compared is what the viewer reads.
 */
export async function findLikelyDuplicates(
  tx: EntityManager,
  sought: Sought,
  limit: number,
  { viewer, door, duplicateSearches }: ReportsContext,
): Promise<readonly Likeness<Compared>[]> {
  const words = [sought.title, sought.body, sought.place].filter(Boolean).join('\n');
  if (words === '') return [];
  duplicateSearches.take();
  const since = new Date(sought.at.getTime() - DAYS_BACK * DAY_MS);
  const neighbourhood = { ...sought, words, since, except: sought.id };
  const rows = await findNearReports(tx, await reachOf(tx, viewer), neighbourhood);
  const opened = await Promise.all(rows.map((row) => door.open(row)));
  const readable = opened.flatMap((report) => (report ? comparable(report) : []));
  return rankByLikeness(sought, readable).slice(0, limit);
}

function comparable(report: Report): Compared[] {
  const { title, body, place, submittedAt, row } = report;
  if (title === null || body === null) return [];
  const { categoryId, regionCode } = row;
  return [
    { report, title, body, place: place?.description ?? null, categoryId, regionCode, at: submittedAt },
  ];
}
