import { isStorable, isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { AgencyNode } from '../hierarchy/agency-node.js';

const NODE_COLUMNS = /* sql */ `
  id, code, name, abbreviation, kind, parent_id as "parentId", tie, path::text, house_path::text as "housePath",
  region_code as "regionCode", time_zone as "timeZone", is_active as "isActive", valid_from::text as "validFrom",
  valid_to::text as "validTo", successor_id as "successorId", is_verified as "isVerified", has_ended as "hasEnded"
`;

const FIND_ACTIVE = /* sql */ `select ${NODE_COLUMNS} from agency where id = $1 and is_active`;

/** An agency that exists; null for one that has ended or never was. */
export async function findActiveAgency(tx: EntityManager, id: string): Promise<AgencyNode | null> {
  if (!isUuid(id)) return null;
  const [found] = await tx.query<AgencyNode[]>(FIND_ACTIVE, [id]);
  return found ?? null;
}

const SUBTREE = /* sql */ `select ${NODE_COLUMNS} from agency where path <@ $1::ltree order by path`;

/** An agency and all below it, ended ones included, parents before their children. */
export async function loadSubtree(tx: EntityManager, { path }: AgencyNode): Promise<readonly AgencyNode[]> {
  return tx.query<AgencyNode[]>(SUBTREE, [path]);
}

const TREE = /* sql */ `select ${NODE_COLUMNS} from agency`;

/** Every agency, ended ones included, in no order. */
export async function loadTree(tx: EntityManager): Promise<readonly AgencyNode[]> {
  return tx.query<AgencyNode[]>(TREE);
}

const TAKEN = /* sql */ `select exists (select from agency where code = $1) as "isTaken"`;

/** Is a code in use, or was it ever? Codes name agencies for ever. */
export async function isCodeTaken(tx: EntityManager, code: string): Promise<boolean> {
  if (!isStorable(code)) return false;
  const [answer] = await tx.query<{ isTaken: boolean }[]>(TAKEN, [code]);
  return answer?.isTaken === true;
}

/** A region that an agency may serve. */
export interface ServedRegion {
  readonly code: string;
  readonly timeZone: string;
}

const REGIONS = /* sql */ `select code, time_zone as "timeZone" from region where code = any($1::text[])`;

/** Regions and their time zones by code; one that is not known is not there. */
export async function findRegions(
  tx: EntityManager,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ServedRegion>> {
  const regions = await tx.query<ServedRegion[]>(REGIONS, [codes.filter(isStorable)]);
  return new Map(regions.map((region) => [region.code, region]));
}

/** A region and its time zone; null for one that is not known. */
export async function findRegion(tx: EntityManager, code: string): Promise<ServedRegion | null> {
  return (await findRegions(tx, [code])).get(code) ?? null;
}
