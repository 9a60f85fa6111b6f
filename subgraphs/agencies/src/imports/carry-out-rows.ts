import { randomUUID } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import type { Decision } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { countOpenReports, findEmployers, lockOffices, type Office } from '../appointments/office.query.js';
import { type InvitedPost, savePosts } from '../appointments/officer.store.js';
import { saveAgencies } from '../hierarchy/hierarchy.store.js';
import { nationalDay } from '../hierarchy/validity.rules.js';
import { rememberPast } from '../reorganisation/past.store.js';
import { findRegions, loadTree } from '../reorganisation/tree.query.js';
import type { HeldPost } from '../requests/held-posts.query.js';
import type { TableRow } from '../spreadsheets/columns.js';
import { parentsFirst, RowJudge } from './decide-rows.rules.js';
import { DraftStaff } from './draft-staff.js';
import { DraftTree } from './draft-tree.js';
import type { ImportInvitations } from './import-invitations.js';
import type { ImportRecord } from './import-record.js';
import { decideOfficerRow } from './officer-rows.rules.js';
import type { AcceptedRow, RowRefusal, RowResult } from './row-outcome.js';
import { decideUnitRow } from './unit-rows.rules.js';

/** Rows between two words on how far it is, and for as long as nobody else has a turn. */
const STEP = 250;

/** What carrying rows out needs of what is around it; the tree is held still. */
export interface RowSurroundings {
  readonly tx: EntityManager;
  readonly record: ImportRecord;
  readonly posts: readonly HeldPost[];
  readonly now: Date;
  readonly invitations: ImportInvitations;
  /** Hears how many rows have been decided. */
  readonly tell: (rowsDone: number) => Promise<void>;
}

/** What the rows come to, and how to save it. */
export interface CarriedOutRows {
  readonly results: readonly RowResult[];
  readonly save: () => Promise<void>;
}

/** Decides rows of units on the whole tree in memory; what changed is saved in one statement. */
export async function carryOutUnits(
  rows: readonly TableRow[],
  surroundings: RowSurroundings,
): Promise<CarriedOutRows> {
  const { tx, posts, now } = surroundings;
  const today = nationalDay(now);
  const tree = new DraftTree(await loadTree(tx));
  const regions = await findRegions(tx, valuesOf(rows, 'regionCode'));
  const results = await decideAll(parentsFirst(rows), surroundings, (row) =>
    decideUnitRow(row, tree, { posts, regions, today }),
  );
  return {
    results,
    save: async () => {
      const { agencies, decided } = tree.changes;
      await rememberPast(tx, agencies, today);
      await saveAgencies(tx, agencies, now, decided);
    },
  };
}

/** Decides rows of officers on the posts in question; what is new or different is saved in one statement. */
export async function carryOutOfficers(
  rows: readonly TableRow[],
  surroundings: RowSurroundings,
): Promise<CarriedOutRows> {
  const { tx, posts, now, record, invitations } = surroundings;
  const codes = valuesOf(rows, 'agencyCode');
  const offices = await lockOffices(tx, valuesOf(rows, 'id'), codes);
  const employers = await findEmployers(tx, codes);
  const agencyIds = [
    ...offices.map(({ agency }) => agency.id),
    ...[...employers.values()].map(({ id }) => id),
  ];
  const staff = new DraftStaff(offices, employers, await countOpenReports(tx, [...new Set(agencyIds)]));
  const results = await decideAll(rows, surroundings, (row) =>
    decideOfficerRow(row, staff, { posts, newId: randomUUID }),
  );
  return {
    results,
    save: async () => {
      const { appointed, changed } = staff.changes;
      const invited = appointed.map((office) => ({
        ...storedPost(office),
        invitation: invitations.invite(record.id, office.id, now),
      }));
      await savePosts(tx, [...invited, ...changed.map(storedPost)], now);
    },
  };
}

async function decideAll(
  rows: readonly TableRow[],
  { record, tell }: RowSurroundings,
  decide: (row: TableRow) => Decision<AcceptedRow, RowRefusal>,
): Promise<readonly RowResult[]> {
  const judge = new RowJudge(record.kind);
  const results: RowResult[] = [];
  for (const row of rows) {
    results.push(judge.judge(row, decide(row)));
    if (results.length % STEP !== 0) continue;
    await tell(results.length);
    await others();
  }
  return results.sort((one, other) => one.row - other.row);
}

function storedPost({ id, role, isActive, agency, person }: Office): InvitedPost {
  return { id, role, isActive, agencyId: agency.id, ...person, invitation: null };
}

function valuesOf(rows: readonly TableRow[], column: string): readonly string[] {
  const cells = rows.map((row) => row.cells[column] ?? '');
  return [...new Set(cells)].filter((cell) => cell !== '');
}
