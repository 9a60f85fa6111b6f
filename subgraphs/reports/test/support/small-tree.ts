import type { OfficeTimeZone } from '@satu-pintu/calendar';
import { type AgencyKind, type AgencyPlace, placeUnder, stableId, type Tie } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';

interface Planted {
  readonly code: string;
  readonly kind: AgencyKind;
  readonly under: string | null;
  readonly tie: Tie;
  readonly timeZone?: OfficeTimeZone;
  readonly isActive?: boolean;
}

/** A corner of the real tree: enough for every kind of tie, neighbour and stranger. */
const TREE: readonly Planted[] = [
  { code: 'NASIONAL', kind: 'NATIONAL_DESK', under: null, tie: 'ADMINISTRATIVE' },
  { code: 'KEMENKES', kind: 'MINISTRY', under: 'NASIONAL', tie: 'SUPERVISORY' },
  { code: 'KEMENKES/01', kind: 'UNIT', under: 'KEMENKES', tie: 'ADMINISTRATIVE' },
  { code: 'OMBUDSMAN', kind: 'STATE_AGENCY', under: 'NASIONAL', tie: 'SUPERVISORY' },
  { code: 'KSP', kind: 'STATE_AGENCY', under: 'NASIONAL', tie: 'SUPERVISORY' },
  { code: 'LAMA', kind: 'MINISTRY', under: 'NASIONAL', tie: 'SUPERVISORY', isActive: false },
  { code: '32', kind: 'PROVINCE', under: 'NASIONAL', tie: 'SUPERVISORY' },
  { code: '32/1.03', kind: 'UNIT', under: '32', tie: 'ADMINISTRATIVE' },
  { code: '32.73', kind: 'CITY', under: '32', tie: 'SUPERVISORY' },
  { code: '32.73/1.02', kind: 'UNIT', under: '32.73', tie: 'ADMINISTRATIVE' },
  { code: '32.73/1.03', kind: 'UNIT', under: '32.73', tie: 'ADMINISTRATIVE' },
  { code: '32.04', kind: 'REGENCY', under: '32', tie: 'SUPERVISORY' },
  { code: '91', kind: 'PROVINCE', under: 'NASIONAL', tie: 'SUPERVISORY', timeZone: 'Asia/Jayapura' },
];

/** Id of a planted agency. */
export function agencyId(code: string): string {
  return stableId('agency', code);
}

/** An agency of the corner as rules meet it. */
export interface TreeNode extends AgencyPlace {
  readonly id: string;
  readonly code: string;
  readonly timeZone: OfficeTimeZone;
  readonly isActive: boolean;
}

const NODES = growTree();

/** A planted agency with its place. */
export function agencyAt(code: string): TreeNode {
  const node = NODES.get(code);
  if (!node) throw new Error(`No agency ${code} is planted.`);
  return node;
}

/** All of them, from the root down. */
export function plantedAgencies(): readonly TreeNode[] {
  return [...NODES.values()];
}

function growTree(): ReadonlyMap<string, TreeNode> {
  const nodes = new Map<string, TreeNode>();
  for (const { code, under, tie, timeZone = 'Asia/Jakarta', isActive = true } of TREE) {
    const id = agencyId(code);
    const parent = under === null ? null : (nodes.get(under) ?? null);
    nodes.set(code, { id, code, timeZone, isActive, ...placeUnder(id, parent, tie) });
  }
  return nodes;
}

/** Puts the corner of the tree where the events of agencies would put it, with a coordinator in Bandung. */
export async function plantTree(database: DataSource): Promise<void> {
  for (const { code, kind, under } of TREE) {
    const { id, path, housePath, timeZone, isActive } = agencyAt(code);
    const parentId = under === null ? null : agencyId(under);
    await database.query(
      `insert into agency (id, code, name, kind, parent_id, path, house_path, time_zone, is_active, version)
       values ($1, $2, $2, $3, $4, $5, $6, $7, $8, 1)`,
      [id, code, kind, parentId, path, housePath, timeZone, isActive],
    );
  }
  await database.query(
    `insert into officer_post (id, agency_id, role, can_sign_in, version) values ($1, $2, 'COORDINATOR_ADMIN', true, 1)`,
    [stableId('officer', 'koordinator'), agencyId('32.73')],
  );
}
