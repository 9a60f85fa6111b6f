import { describe, expect, it } from '@jest/globals';
import type { Post } from '@satu-pintu/authorization';
import { type OfficerRole, pathLabel, placeUnder, stableId, type Tie } from '@satu-pintu/domain-kit';
import fc from 'fast-check';
import type { AgencyNode } from '../hierarchy/agency-node.js';
import { decideDissolution, decideMerger } from './ending.rules.js';
import { decideMove } from './move.rules.js';
import { decideRegistration } from './registration.rules.js';
import type { TreeChange } from './tree-change.js';

const TODAY = '2026-08-18';

describe('A tree that many people change', () => {
  it('obeys exactly those who may, stays one tree, and never leaves a path behind', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(trees, fc.array(steps, { minLength: 1, maxLength: 8 }), (start, history) => {
        let tree: readonly AgencyNode[] = start;
        for (const step of history) {
          const model = new Model(tree);
          const { outcome, isAllowed } = take(step, tree, model);
          expect([step.kind, outcome.ok]).toEqual([step.kind, isAllowed]);
          count(seen, `${step.kind} ${outcome.ok ? 'done' : 'refused'}`);
          if (outcome.ok) tree = apply(tree, outcome.value);
          expectOneTree(tree);
        }
      }),
      { numRuns: 10_000, seed: 20_260_818, endOnFailure: true },
    );
    // A property that never saw an act carried out, or refused, would hold of anything.
    for (const kind of ['register', 'move', 'dissolve', 'merge'])
      for (const end of ['done', 'refused']) expect(seen.get(`${kind} ${end}`) ?? 0).toBeGreaterThan(100);
  }, 120_000);
});

interface Step {
  readonly kind: 'register' | 'move' | 'dissolve' | 'merge';
  readonly role: OfficerRole;
  readonly at: number;
  readonly subject: number;
  readonly other: number;
  readonly tie: Tie;
  readonly name: number;
}

type Outcome = { readonly ok: true; readonly value: TreeChange } | { readonly ok: false };

function take(
  step: Step,
  tree: readonly AgencyNode[],
  model: Model,
): { readonly outcome: Outcome; readonly isAllowed: boolean } {
  const [standsIn, subject, other] = [step.at, step.subject, step.other].map((pick) =>
    pickFrom(tree, pick),
  ) as [AgencyNode, AgencyNode, AgencyNode];
  const posts: readonly Post[] = [{ role: step.role, place: standsIn }];
  const national = step.role === 'NATIONAL_ADMIN';
  const runs = (target: AgencyNode): boolean =>
    national || (step.role === 'COORDINATOR_ADMIN' && model.house(standsIn).has(target.id));
  const runsBelow = (target: AgencyNode): boolean => runs(target) && (national || target !== standsIn);
  const subtree = tree.filter((agency) => model.below(subject).has(agency.id));
  const isSound = subject.parentId !== null && !model.below(subject).has(other.id);
  const active = subject.isActive && other.isActive;

  if (step.kind === 'register') {
    const parent = subject.isActive ? subject : null;
    const code = `NEW-${String(step.name)}`;
    const isCodeTaken = tree.some((agency) => agency.code === code);
    const outcome = decideRegistration(parent, posts, registration(code, step.tie, isCodeTaken), TODAY);
    const isAllowed =
      parent !== null && runs(subject) && (step.tie === 'ADMINISTRATIVE' || national) && !isCodeTaken;
    return { outcome, isAllowed };
  }
  const found = subject.isActive ? subtree : [];
  const otherFound = other.isActive ? other : null;
  if (step.kind === 'move') {
    const outcome = decideMove(found, { parent: otherFound, tie: step.tie }, posts);
    const keepsTie = step.tie === subject.tie || national;
    return { outcome, isAllowed: active && runsBelow(subject) && runs(other) && keepsTie && isSound };
  }
  const isAllowed = active && runsBelow(subject) && runs(other) && isSound;
  if (step.kind === 'merge') return { outcome: decideMerger(found, otherFound, posts, TODAY), isAllowed };
  const isEmpty = !tree.some((agency) => agency.parentId === subject.id && agency.isActive);
  return { outcome: decideDissolution(found, otherFound, posts, TODAY), isAllowed: isAllowed && isEmpty };
}

/** The tree as sets of ids, walked by parents and ties alone; it knows nothing of paths. */
class Model {
  constructor(private readonly tree: readonly AgencyNode[]) {}

  house(top: AgencyNode): ReadonlySet<string> {
    return this.walk(top, (agency) => agency.tie === 'ADMINISTRATIVE');
  }

  below(top: AgencyNode): ReadonlySet<string> {
    return this.walk(top, () => true);
  }

  private walk(top: AgencyNode, mayCross: (agency: AgencyNode) => boolean): ReadonlySet<string> {
    const found = new Set([top.id]);
    for (let grown = -1; grown !== found.size;) {
      grown = found.size;
      for (const agency of this.tree)
        if (agency.parentId !== null && found.has(agency.parentId) && mayCross(agency)) found.add(agency.id);
    }
    return found;
  }
}

function apply(tree: readonly AgencyNode[], { agencies }: TreeChange): readonly AgencyNode[] {
  const changed = new Map(agencies.map((agency) => [agency.id, agency]));
  const kept = tree.map((agency) => changed.get(agency.id) ?? agency);
  const known = new Set(tree.map((agency) => agency.id));
  const all = [...kept, ...agencies.filter((agency) => !known.has(agency.id))];
  return all.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Every path is that of its parent and one label more, from one root; an active agency hangs under an active one. */
function expectOneTree(tree: readonly AgencyNode[]): void {
  const byId = new Map(tree.map((agency) => [agency.id, agency]));
  expect(tree.filter((agency) => agency.parentId === null)).toHaveLength(1);
  const strays = tree.filter((agency) => {
    const parent = agency.parentId === null ? null : byId.get(agency.parentId);
    if (parent === null) return agency.path !== pathLabel(agency.id);
    if (!parent) return true;
    const { path, housePath } = placeUnder(agency.id, parent, agency.tie);
    return path !== agency.path || housePath !== agency.housePath || (agency.isActive && !parent.isActive);
  });
  expect(strays.map((agency) => agency.code)).toEqual([]);
}

function registration(
  code: string,
  tie: Tie,
  isCodeTaken: boolean,
): Parameters<typeof decideRegistration>[2] {
  const words = { name: 'Unit baru', abbreviation: null };
  return { ...words, code, tie, kind: 'UNIT', regionCode: null, region: null, isCodeTaken };
}

function anAgency(code: string, parent: AgencyNode | null, tie: Tie): AgencyNode {
  const id = stableId('agency', code);
  return {
    ...placeUnder(id, parent, tie),
    id,
    code,
    name: code,
    abbreviation: null,
    kind: parent ? 'UNIT' : 'NATIONAL_DESK',
    parentId: parent?.id ?? null,
    tie,
    regionCode: null,
    timeZone: 'Asia/Jakarta',
    isActive: true,
    hasEnded: false,
    validFrom: null,
    validTo: null,
    successorId: null,
    isVerified: true,
  };
}

function pickFrom(tree: readonly AgencyNode[], pick: number): AgencyNode {
  const node = tree[pick % tree.length];
  if (!node) throw new Error('A tree has a root.');
  return node;
}

function count(seen: Map<string, number>, key: string): void {
  seen.set(key, (seen.get(key) ?? 0) + 1);
}

const ties = fc.constantFrom<Tie>('ADMINISTRATIVE', 'ADMINISTRATIVE', 'SUPERVISORY');
const roles = fc.constantFrom<OfficerRole>(
  'COORDINATOR_ADMIN',
  'COORDINATOR_ADMIN',
  'NATIONAL_ADMIN',
  'AGENCY_ADMIN',
  'LIAISON_OFFICER',
);

const steps: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('register', 'move', 'dissolve', 'merge'),
  role: roles,
  at: fc.nat(),
  subject: fc.nat(),
  other: fc.nat(),
  tie: ties,
  name: fc.nat(50),
});

/** Trees of 1 to 200 agencies; each hangs under one that came before it. Small ones come more often. */
const trees = fc
  .oneof(
    { weight: 9, arbitrary: fc.array(fc.tuple(fc.nat(), ties), { maxLength: 12 }) },
    { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(), ties), { maxLength: 199, size: 'max' }) },
  )
  .map((seeds) => {
    const nodes = [anAgency('ROOT', null, 'SUPERVISORY')];
    for (const [pick, tie] of seeds)
      nodes.push(anAgency(`A${String(nodes.length)}`, pickFrom(nodes, pick), tie));
    return nodes.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  });
