import type { OfficeTimeZone } from '@satu-pintu/calendar';
import type { EntityManager } from 'typeorm';

/** What a life needs to know of an agency. */
export interface DemoAgency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: OfficeTimeZone;
  readonly isActive: boolean;
}

const BY_CODE = /* sql */ `
  select id, code, name, time_zone as "timeZone", is_active as "isActive" from agency where code = any($1::text[])
`;

const COUNT = /* sql */ `
  select count(*)::int as agencies, count(*) filter (where kind = 'NATIONAL_DESK')::int as desks from agency
`;

const POLL_MS = 250;
const PATIENCE_MS = 120_000;

/** The agencies of these codes that are known here, by code. */
export async function loadAgenciesByCode(
  tx: EntityManager,
  codes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, DemoAgency>> {
  const rows = await tx.query<DemoAgency[]>(BY_CODE, [[...codes]]);
  return new Map(rows.map((agency) => [agency.code, agency]));
}

/**
 * Waits until agencies have stopped arriving from the event log: a report sent off earlier would miss its office.
 *
 * @param quietMs how long none must have come for the tree to count as complete
 */
export async function waitForHierarchy(tx: EntityManager, quietMs: number): Promise<void> {
  const startedAt = performance.now();
  let known = { agencies: 0, since: startedAt };
  while (known.agencies === 0 || performance.now() - known.since < quietMs) {
    if (performance.now() - startedAt > PATIENCE_MS) throw new Error('The tree of agencies does not arrive.');
    await pause(POLL_MS);
    const [count] = await tx.query<{ agencies: number; desks: number }[]>(COUNT);
    const agencies = count?.desks === 1 ? count.agencies : 0;
    if (agencies !== known.agencies) known = { agencies, since: performance.now() };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
