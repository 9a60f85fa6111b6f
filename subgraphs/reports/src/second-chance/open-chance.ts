import type { CalendarNotLoaded } from '@satu-pintu/calendar';
import type { Decision } from '@satu-pintu/domain-kit';
import { findAgency } from '../hierarchy/agency.store.js';
import type { OpenedReport } from '../report/act-on-report.js';
import type { Office } from '../report/carry-out.js';
import { type Chance, chanceOf } from './chance.rules.js';

/** The chance that an opened report leaves to its reporter. */
export async function openChance(
  { report, tx }: OpenedReport,
  { ruleSets, calendar }: Office,
): Promise<Decision<Chance | null, CalendarNotLoaded>> {
  const holder = await findAgency(tx, report.holderAgencyId);
  if (!holder) throw new Error(`Report ${report.id} is held by an agency that is not known.`);
  return chanceOf(report, ruleSets.get(report.ruleSetCode), holder.timeZone, calendar);
}
