import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AgencyPlace, manages, monitors, pathLabel, placeUnder, type Tie } from './hierarchy.js';

const national = placeUnder('national', null, 'SUPERVISORY');
const ministry = placeUnder('ministry', national, 'SUPERVISORY');
const directorate = placeUnder('directorate', ministry, 'ADMINISTRATIVE');
const province = placeUnder('province', national, 'SUPERVISORY');
const provincialOffice = placeUnder('provincial-office', province, 'ADMINISTRATIVE');
const city = placeUnder('city', province, 'SUPERVISORY');
const cityOffice = placeUnder('city-office', city, 'ADMINISTRATIVE');

describe('reach in the hierarchy', () => {
  it('lets an agency manage itself and its units', () => {
    expect(manages(ministry, ministry)).toBe(true);
    expect(manages(ministry, directorate)).toBe(true);
    expect(manages(directorate, ministry)).toBe(false);
  });

  it('lets a province manage its own offices and monitor its cities (UU 23/2014)', () => {
    expect(manages(province, provincialOffice)).toBe(true);
    expect(manages(province, city)).toBe(false);
    expect(manages(province, cityOffice)).toBe(false);
    expect(monitors(province, cityOffice)).toBe(true);
  });

  it('never crosses from one house to another', () => {
    for (const [upper, lower] of [
      [ministry, province],
      [city, provincialOffice],
      [cityOffice, city],
    ] as const) {
      expect(manages(upper, lower)).toBe(false);
      expect(monitors(upper, lower)).toBe(false);
    }
  });

  it('does not take one id for the beginning of another', () => {
    const short = placeUnder('ab', national, 'SUPERVISORY');
    const long = placeUnder('abc', national, 'SUPERVISORY');
    expect(monitors(short, long)).toBe(false);
    expect(manages(short, long)).toBe(false);
  });

  it('agrees with a walk up the tree, whatever the tree', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        for (const upper of tree) {
          for (const lower of tree) {
            expect(monitors(upper.place, lower.place)).toBe(climbs(lower, upper, () => true));
            expect(manages(upper.place, lower.place)).toBe(climbs(lower, upper, isAdministrative));
          }
        }
      }),
    );
  });
});

describe('label of an agency in paths', () => {
  it('has no dashes, which PostgreSQL would not take', () => {
    expect(pathLabel('4ca84467-41b0-506a-8e3e-c1fa4bec3736')).toBe('4ca8446741b0506a8e3ec1fa4bec3736');
  });
});

interface Node {
  readonly parent: Node | null;
  readonly tie: Tie;
  readonly place: AgencyPlace;
}

const isAdministrative = (node: Node): boolean => node.tie === 'ADMINISTRATIVE';

/** From the lower node up to the upper one, over edges that may be walked. */
function climbs(lower: Node, upper: Node, mayWalk: (edgeOf: Node) => boolean): boolean {
  for (let node: Node | null = lower; node; node = mayWalk(node) ? node.parent : null) {
    if (node === upper) return true;
  }
  return false;
}

/** Trees of up to 25 agencies: each hangs under one that came before it, by either tie. */
const trees = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom<Tie>('ADMINISTRATIVE', 'SUPERVISORY')), { maxLength: 24 })
  .map((seeds) =>
    seeds.reduce<Node[]>(
      (nodes, [pick, tie], index) => {
        const parent = nodes[pick % nodes.length] ?? null;
        const place = placeUnder(`agency-${String(index)}`, parent?.place ?? null, tie);
        return [...nodes, { parent, tie, place }];
      },
      [{ parent: null, tie: 'SUPERVISORY', place: placeUnder('root', null, 'SUPERVISORY') }],
    ),
  );
