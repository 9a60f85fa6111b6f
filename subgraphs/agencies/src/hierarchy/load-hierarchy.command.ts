import type { Clock } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { buildHierarchy } from './build-hierarchy.rules.js';
import type { HierarchyFacts } from './hierarchy-facts.js';
import type { RefusedRow } from './refused-row.js';
import { formerRegions } from './former-regions.rules.js';
import { keptAgencies } from './kept-agencies.query.js';
import { lockTree } from './lock-tree.js';
import { saveAgencies, savePasts, saveRegions } from './hierarchy.store.js';
import { nationalDay } from './validity.rules.js';

/** What a load found and did. */
export interface HierarchyLoad {
  /** Regions in the facts, and how many of them were new or different. */
  readonly regions: { readonly total: number; readonly written: number };
  /** Agencies in the facts, and among them: valid on the day of the load, new, different. */
  readonly agencies: {
    readonly total: number;
    readonly active: number;
    readonly registered: number;
    readonly changed: number;
  };
  readonly refused: readonly RefusedRow[];
}

/**
 * Brings regions and agencies to what the facts say today, in one transaction with an event per new or changed agency
 * (`agency.registered`, `agency.changed`). A second load of the same facts on the same day writes nothing. Agencies that
 * officers have registered or changed are left as they are.
 */
export async function loadHierarchy(
  database: DataSource,
  facts: HierarchyFacts,
  clock: Clock,
): Promise<HierarchyLoad> {
  const now = clock.now();
  const load = await inTransaction(database, async (tx) => {
    await tx.query(`set local statement_timeout = '60s'`);
    await lockTree(tx);
    const { regions, agencies, refused } = buildHierarchy(facts, nationalDay(now), await keptAgencies(tx));
    const written = await saveRegions(tx, regions);
    const told = await saveAgencies(tx, agencies, now);
    await savePasts(tx, formerRegions(facts.regionFacts, agencies));
    const active = agencies.filter((agency) => agency.isActive).length;
    return {
      regions: { total: regions.length, written },
      agencies: { total: agencies.length, active, ...told },
      refused,
    };
  });
  // PostgreSQL would get to it a minute later; until then, the first searches would read the whole tree.
  if (load.agencies.registered > 0) await database.query('analyze region, agency');
  return load;
}
