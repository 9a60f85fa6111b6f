import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AgencyRow } from './agency-row.js';
import { type ChildrenPage, listChildren } from './list-children.query.js';

export type ChildrenLoader = DataLoader<ChildrenPage, readonly AgencyRow[], string>;

/** Pages of children, one statement for all agencies of a list. */
export function createChildrenLoader(database: DataSource): ChildrenLoader {
  return new DataLoader(
    async (pages) => {
      const byPage = Map.groupBy(await listChildren(database, pages), (row) => Number(row.page));
      return pages.map((_, index) => byPage.get(index + 1) ?? []);
    },
    { cacheKeyFn: ({ parentId, limit, after }) => JSON.stringify([parentId, limit, after?.name, after?.id]) },
  );
}
