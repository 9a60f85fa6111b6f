import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { listOfficers, type OfficersPage } from './find-officers.query.js';
import type { OfficerRow } from './officer-row.js';

export type OfficersLoader = DataLoader<OfficersPage, readonly OfficerRow[], string>;

/** Pages of officers, one statement for all agencies of a list. */
export function createOfficersLoader(database: DataSource): OfficersLoader {
  return new DataLoader(
    async (pages) => {
      const byPage = Map.groupBy(await listOfficers(database, pages), (row) => Number(row.page));
      return pages.map((_, index) => byPage.get(index + 1) ?? []);
    },
    { cacheKeyFn: ({ agencyId, limit, after }) => JSON.stringify([agencyId, limit, after?.name, after?.id]) },
  );
}
