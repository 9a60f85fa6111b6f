import { describe, expect, it } from '@jest/globals';
import {
  type AgencyPlace,
  OFFICER_ROLES,
  type OfficerRole,
  placeUnder,
  type Tie,
} from '@satu-pintu/domain-kit';
import fc from 'fast-check';
import { permit, permitOnRole, type Post } from './permit.js';
import { type Action, ACTIONS, GRANTABLE_ROLES, POLICY, type Right } from './policy.js';
import type { Reach } from './reach.js';

const root = placeUnder('root', null, 'SUPERVISORY');
const province = placeUnder('province', root, 'SUPERVISORY');
const provincialOffice = placeUnder('provincial-office', province, 'ADMINISTRATIVE');
const city = placeUnder('city', province, 'SUPERVISORY');
const cityOffice = placeUnder('city-office', city, 'ADMINISTRATIVE');

const coordinatorOf = (place: AgencyPlace): Post => ({ role: 'COORDINATOR_ADMIN', place });

describe('the right to run agencies', () => {
  it('reaches down the house of a coordinator, and ends where another house begins', () => {
    const posts = [coordinatorOf(province)];
    expect(permit('REGISTER_AGENCY', posts, provincialOffice)).toBe(posts[0]);
    expect(permit('REGISTER_AGENCY', posts, city)).toBeNull();
    expect(permit('REGISTER_AGENCY', posts, cityOffice)).toBeNull();
    expect(permit('REGISTER_AGENCY', [coordinatorOf(city)], province)).toBeNull();
  });

  it('does not let a coordinator end or move the agency they stand on', () => {
    const posts = [coordinatorOf(city)];
    expect(permit('DISSOLVE_AGENCY', posts, city)).toBeNull();
    expect(permit('DETACH_AGENCY', posts, city)).toBeNull();
    expect(permit('DISSOLVE_AGENCY', posts, cityOffice)).toBe(posts[0]);
  });

  it('is nobody’s without a post', () => {
    for (const action of ACTIONS) expect(permit(action, [], root)).toBeNull();
  });
});

describe('the right to appoint', () => {
  it('never gives more than the giver has', () => {
    expect(permitOnRole('APPOINT_OFFICER', [coordinatorOf(city)], cityOffice, 'AGENCY_ADMIN')).not.toBeNull();
    expect(permitOnRole('APPOINT_OFFICER', [coordinatorOf(city)], cityOffice, 'NATIONAL_ADMIN')).toBeNull();
    const admin: Post = { role: 'AGENCY_ADMIN', place: cityOffice };
    expect(permitOnRole('APPOINT_OFFICER', [admin], cityOffice, 'LIAISON_OFFICER')).toBe(admin);
    expect(permitOnRole('APPOINT_OFFICER', [admin], cityOffice, 'AGENCY_ADMIN')).toBeNull();
  });

  it('is not put together from the role of one post and the reach of another', () => {
    const posts: readonly Post[] = [
      { role: 'AGENCY_ADMIN', place: cityOffice },
      { role: 'COORDINATOR_ADMIN', place: province },
    ];
    expect(permitOnRole('APPOINT_OFFICER', posts, cityOffice, 'COORDINATOR_ADMIN')).toBeNull();
  });

  it('can itself be given only by who could give all that it can give', () => {
    for (const giver of OFFICER_ROLES) {
      const given = GRANTABLE_ROLES[giver] ?? [];
      const reachable = given.flatMap((role) => GRANTABLE_ROLES[role] ?? []);
      expect(given).toEqual(expect.arrayContaining(reachable.filter((role) => !given.includes(role))));
      expect(reachable.every((role) => given.includes(role))).toBe(true);
    }
  });
});

describe('every right, in any tree', () => {
  it('agrees with plain sets of agencies, in both directions', () => {
    fc.assert(
      fc.property(trees, fc.array(posts, { maxLength: 4 }), actions, fc.nat(), (tree, held, action, pick) => {
        const target = pickFrom(tree, pick);
        const own = held.map(({ role, at }) => ({ role, node: pickFrom(tree, at) }));
        const expected = own.some(({ role, node }) => modelReach(role, action, node, tree).has(target));
        const found = permit(
          action,
          own.map(({ role, node }) => ({ role, place: node.place })),
          target.place,
        );
        expect(found !== null).toBe(expected);
      }),
      { numRuns: 10_000 },
    );
  });
});

interface Node {
  readonly parent: Node | null;
  readonly tie: Tie;
  readonly place: AgencyPlace;
}

/** The agencies that a right reaches, found by walking the tree and not by its paths. */
function modelReach(role: OfficerRole, action: Action, from: Node, tree: readonly Node[]): ReadonlySet<Node> {
  const right: Right = POLICY[action];
  const reach: Reach | undefined = right[role];
  if (reach === undefined) return new Set();
  if (reach === 'COUNTRY') return new Set(tree);
  if (reach === 'OWN_AGENCY') return new Set([from]);
  const found = new Set([from]);
  // Parents come before their children in the list.
  for (const node of tree) {
    const isCrossable = reach === 'BELOW' || node.tie === 'ADMINISTRATIVE';
    if (node.parent && found.has(node.parent) && isCrossable) found.add(node);
  }
  if (reach === 'BELOW_IN_HOUSE') found.delete(from);
  return found;
}

function pickFrom(tree: readonly Node[], pick: number): Node {
  const node = tree[pick % tree.length];
  if (!node) throw new Error('A tree has a root.');
  return node;
}

const actions = fc.constantFrom(...ACTIONS);
const posts = fc.record({ role: fc.constantFrom(...OFFICER_ROLES), at: fc.nat() });

/** Trees of 1 to 200 agencies: each hangs under one that came before it, by either tie. */
const trees = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom<Tie>('ADMINISTRATIVE', 'SUPERVISORY')), { maxLength: 199 })
  .map((seeds) => {
    const nodes: Node[] = [{ parent: null, tie: 'SUPERVISORY', place: placeUnder('r', null, 'SUPERVISORY') }];
    for (const [pick, tie] of seeds) {
      const parent = pickFrom(nodes, pick);
      nodes.push({ parent, tie, place: placeUnder(`a${String(nodes.length)}`, parent.place, tie) });
    }
    return nodes;
  });
