import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { OfficerRow } from '../officers/officer-row.js';
import { listStaff, type StaffPage } from './list-staff.query.js';
import type { StaffReach } from './staff-reach.rules.js';

/** A page, as far as one viewer's reach goes. */
export interface WantedStaff extends StaffPage {
  readonly reach: StaffReach;
}

export type StaffLoader = DataLoader<WantedStaff, readonly OfficerRow[], string>;

/** Pages of staff, one statement for all subtrees of a list; a request has one viewer, and so one reach. */
export function createStaffLoader(database: DataSource): StaffLoader {
  return new DataLoader(
    async (wanted) => {
      const reach = wanted[0]?.reach ?? { own: [], below: [] };
      const byPage = Map.groupBy(await listStaff(database, wanted, reach), (row) => row.page);
      return wanted.map((_, page) => byPage.get(page) ?? []);
    },
    { cacheKeyFn: (wanted) => JSON.stringify(wanted) },
  );
}
