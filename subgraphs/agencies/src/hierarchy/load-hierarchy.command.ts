import type { Clock } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { buildHierarchy } from './build-hierarchy.rules.js';
import type { HierarchyFacts } from './hierarchy-facts.js';
import type { RefusedRow } from './refused-row.js';
import { saveAgencies, saveRegions } from './hierarchy.store.js';
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

/** Holds back a second load until the first is done. */
const ONE_LOAD_AT_A_TIME = /* sql */ `select pg_advisory_xact_lock(hashtext('agencies: load of the hierarchy'))`;

/**
 * Brings regions and agencies to what the facts say today, in one transaction with an event per new or changed agency
 * (`agency.registered`, `agency.changed`). A second load of the same facts on the same day writes nothing. Agencies that
 * the facts do not name are left as they are: officers may have registered them.
 */
export async function loadHierarchy(
  database: DataSource,
  facts: HierarchyFacts,
  clock: Clock,
): Promise<HierarchyLoad> {
  const now = clock.now();
  const { regions, agencies, refused } = buildHierarchy(facts, nationalDay(now));
  const load = await inTransaction(database, async (tx) => {
    await tx.query(`set local statement_timeout = '60s'`);
    await tx.query(ONE_LOAD_AT_A_TIME);
    const written = await saveRegions(tx, regions);
    const told = await saveAgencies(tx, agencies, now);
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
