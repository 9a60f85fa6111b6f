import type { ReferenceResolver } from '@satu-pintu/subgraph-kit';
import { presentCategory } from '../category/category.presenter.js';
import { presentFollowUp } from '../follow-up/follow-up.presenter.js';
import { AgencyReference } from './references.type.js';
import type { ReportsContext } from './reports-context.js';

/** Entities that other subgraphs name by key; each is judged for the viewer anew, absent and hidden alike. */
export const presentReference: Readonly<Record<string, ReferenceResolver<ReportsContext>>> = {
  Report: async ({ id }: { id: string }, { loaders, door }) => door.open(await loaders.reports.load(id)),
  Agency: ({ id }: { id: string }) => Promise.resolve(Object.assign(new AgencyReference(), { id })),
  FollowUp: async ({ id }: { id: string }, { loaders, door }) => {
    const row = await loaders.followUps.load(id);
    const report = row && (await door.open(await loaders.reports.load(row.report_id)));
    return report && presentFollowUp(row, report);
  },
  Category: async ({ id }: { id: string }, { loaders }) => {
    const row = await loaders.categories.load(id);
    return row && presentCategory(row);
  },
};
