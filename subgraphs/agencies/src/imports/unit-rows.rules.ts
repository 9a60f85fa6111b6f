import type { Post } from '@satu-pintu/authorization';
import {
  accept,
  AGENCY_KINDS,
  type Decision,
  type InvalidInput,
  refuse,
  type Tie,
  TIES,
} from '@satu-pintu/domain-kit';
import type { AgencyNode } from '../hierarchy/agency-node.js';
import { readAbbreviation, readName } from '../reorganisation/agency-wording.rules.js';
import { type CorrectionRefusal, decideCorrection } from '../reorganisation/correction.rules.js';
import { decideMove, type MoveRefusal } from '../reorganisation/move.rules.js';
import { decideRegistration, type RegistrationRefusal } from '../reorganisation/registration.rules.js';
import type { Columns, TableRow } from '../spreadsheets/columns.js';
import type { DraftTree } from './draft-tree.js';
import type { AcceptedRow } from './row-outcome.js';

/** Columns of a table of units. The code names the unit: one that is known is changed, any other is new. */
export const UNIT_COLUMNS: Columns = {
  required: ['code', 'name', 'parentCode'],
  optional: ['abbreviation', 'kind', 'tie', 'regionCode'],
};

/** Levels that the tree may have; a deeper one is a mistake of the file, and paths grow with every level. */
const MOST_LEVELS = 16;

/** What the rows of a table of units are judged by. */
export interface UnitCircumstances {
  readonly posts: readonly Post[];
  readonly regions: ReadonlyMap<string, { readonly code: string; readonly timeZone: string }>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export type UnitRowRefusal =
  | RegistrationRefusal
  | MoveRefusal
  | CorrectionRefusal
  | { readonly kind: 'CannotChange'; readonly field: string }
  | { readonly kind: 'TreeTooDeep'; readonly most: number };

type UnitRow = Decision<AcceptedRow, UnitRowRefusal>;

/** One row, by the rules of the commands that it stands for; what it changes is in the draft afterwards. */
export function decideUnitRow(
  { cells }: TableRow,
  tree: DraftTree,
  circumstances: UnitCircumstances,
): UnitRow {
  const kind = oneOf(AGENCY_KINDS, cells.kind, 'kind');
  if (!kind.ok) return kind;
  const tie = oneOf(TIES, cells.tie, 'tie');
  if (!tie.ok) return tie;
  const wanted = { cells, kind: kind.value, tie: tie.value };
  const present = tree.findActive(cells.code ?? '');
  return present
    ? changeUnit(present, wanted, tree, circumstances)
    : registerUnit(wanted, tree, circumstances);
}

interface WantedUnit {
  readonly cells: TableRow['cells'];
  /** Null where the row does not say. */
  readonly kind: AgencyNode['kind'] | null;
  readonly tie: Tie | null;
}

function registerUnit(
  { cells, kind, tie }: WantedUnit,
  tree: DraftTree,
  { posts, regions, today }: UnitCircumstances,
): UnitRow {
  const { code = '', name = '', parentCode = '' } = cells;
  if (parentCode === '') return invalid('parentCode', 'EMPTY');
  const regionCode = filled(cells.regionCode);
  const registration = {
    code,
    name,
    abbreviation: filled(cells.abbreviation),
    kind: kind ?? 'UNIT',
    tie: tie ?? 'ADMINISTRATIVE',
    regionCode,
    region: regionCode === null ? null : (regions.get(regionCode) ?? null),
    isCodeTaken: tree.find(code) !== null,
  };
  const decision = decideRegistration(tree.findActive(parentCode), posts, registration, today);
  if (!decision.ok) return decision;
  if (decision.value.agencies.some(isTooDeep)) return refuse({ kind: 'TreeTooDeep', most: MOST_LEVELS });
  tree.apply(decision.value);
  return accept({ outcome: 'CREATE', subjectId: decision.value.subjectId });
}

/** A known unit may get another place and other words. What it is and which region it serves, no command changes. */
function changeUnit(
  present: AgencyNode,
  wanted: WantedUnit,
  tree: DraftTree,
  { posts }: UnitCircumstances,
): UnitRow {
  const { cells, kind } = wanted;
  if (kind !== null && kind !== present.kind) return refuse({ kind: 'CannotChange', field: 'kind' });
  const regionCode = filled(cells.regionCode);
  if (regionCode !== null && regionCode !== present.regionCode) {
    return refuse({ kind: 'CannotChange', field: 'regionCode' });
  }
  const moved = moveUnit(present, wanted, tree, posts);
  if (!moved.ok) return moved;
  const placed = tree.findActive(present.code) ?? present;
  const corrected = correctUnit(placed, cells, tree, posts);
  if (!corrected.ok) return corrected;
  const outcome = moved.value || corrected.value ? 'CHANGE' : 'UNCHANGED';
  return accept({ outcome, subjectId: present.id });
}

/** True when the unit hangs elsewhere, or otherwise, than before; an empty cell leaves it where it is. */
function moveUnit(
  present: AgencyNode,
  { cells, tie }: WantedUnit,
  tree: DraftTree,
  posts: readonly Post[],
): Decision<boolean, UnitRowRefusal> {
  const parentCode = filled(cells.parentCode);
  const parent = parentCode === null ? null : tree.findActive(parentCode);
  if (parentCode !== null && !parent) return refuse({ kind: 'AgencyNotFound' });
  const staysThere = parent === null || parent.id === present.parentId;
  const staysSo = tie === null || tie === present.tie;
  if (staysThere && staysSo) return accept(false);
  const target = parent ?? tree.findParent(present);
  const decision = decideMove(tree.subtree(present), { parent: target, tie }, posts);
  if (!decision.ok) return decision;
  if (decision.value.agencies.some(isTooDeep)) return refuse({ kind: 'TreeTooDeep', most: MOST_LEVELS });
  tree.apply(decision.value);
  return accept(true);
}

/** True when the unit is called otherwise than before; a column that the table does not have leaves its word alone. */
function correctUnit(
  present: AgencyNode,
  cells: TableRow['cells'],
  tree: DraftTree,
  posts: readonly Post[],
): Decision<boolean, UnitRowRefusal> {
  const { name = present.name } = cells;
  const abbreviation = cells.abbreviation === undefined ? present.abbreviation : filled(cells.abbreviation);
  const [readable, short] = [readName(name), readAbbreviation(abbreviation)];
  const isSame =
    readable.ok && short.ok && readable.value === present.name && short.value === present.abbreviation;
  if (isSame) return accept(false);
  const decision = decideCorrection(present, posts, { name, abbreviation });
  if (!decision.ok) return decision;
  tree.apply(decision.value);
  return accept(true);
}

function isTooDeep({ path }: AgencyNode): boolean {
  return path.split('.').length > MOST_LEVELS;
}

/** An empty cell says nothing. */
function filled(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function oneOf<Word extends string>(
  words: readonly Word[],
  cell: string | undefined,
  field: string,
): Decision<Word | null, InvalidInput> {
  const text = filled(cell);
  if (text === null) return accept(null);
  const word = words.find((known) => known === text);
  return word === undefined ? invalid(field, 'UNKNOWN') : accept(word);
}

function invalid(field: string, reason: InvalidInput['reason']): Decision<never, InvalidInput> {
  return refuse({ kind: 'InvalidInput', field, reason });
}
