import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AgencyRow } from './agency-row.js';
import { type ChildrenPage, listChildren } from './list-children.query.js';

export type ChildrenLoader = DataLoader<ChildrenPage, readonly AgencyRow[], string>;

/** Pages of children, one statement for all agencies of a list that are seen on the same day. */
export function createChildrenLoader(database: DataSource): ChildrenLoader {
  return new DataLoader(
    async (pages) => {
      const days = Map.groupBy(pages, (page) => page.asOf);
      const found = new Map<ChildrenPage, readonly AgencyRow[]>();
      for (const [asOf, asked] of days) {
        const byPage = Map.groupBy(await listChildren(database, asked, asOf), (row) => Number(row.page));
        for (const [index, page] of asked.entries()) found.set(page, byPage.get(index + 1) ?? []);
      }
      return pages.map((page) => found.get(page) ?? []);
    },
    {
      cacheKeyFn: ({ parentId, asOf, limit, after }) =>
        JSON.stringify([parentId, asOf, limit, after?.name, after?.id]),
    },
  );
}
