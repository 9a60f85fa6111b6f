import { describe, expect, it } from '@jest/globals';
import { type AgencyPlace, OFFICER_ROLES, placeUnder, type Tie } from '@satu-pintu/domain-kit';
import fc from 'fast-check';
import { maySeeOfficersOf, type ViewerPost } from '../officers/officer-visibility.rules.js';
import { type StaffReach, staffReach } from './staff-reach.rules.js';

/** A random tree of eight agencies: each hangs under an earlier one, by either tie. */
const trees = fc
  .array(fc.record({ parent: fc.nat(), tie: fc.constantFrom<Tie>('ADMINISTRATIVE', 'SUPERVISORY') }), {
    minLength: 7,
    maxLength: 7,
  })
  .map((branches) => {
    const places: AgencyPlace[] = [placeUnder('a0', null, 'SUPERVISORY')];
    for (const { parent, tie } of branches) {
      const above = places[parent % places.length] ?? null;
      places.push(placeUnder(`a${places.length}`, above, tie));
    }
    return places;
  });

const isWithin = ({ own, below }: StaffReach, { path }: AgencyPlace): boolean =>
  own.includes(path) || below.some((above) => path === above || path.startsWith(`${above}.`));

describe('the staff that a viewer may list', () => {
  it('is, agency by agency, what the list of one agency shows', () => {
    const held = fc.array(fc.record({ role: fc.constantFrom(...OFFICER_ROLES), at: fc.nat() }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(trees, held, (places, picks) => {
        const posts = picks.flatMap(({ role, at }): ViewerPost[] => {
          const place = places[at % places.length];
          return place ? [{ role, place }] : [];
        });
        for (const agency of places) {
          expect(isWithin(staffReach(posts), agency)).toBe(maySeeOfficersOf(posts, agency));
        }
      }),
    );
  });

  it('is nobody’s for who holds no post', () => {
    expect(staffReach([])).toEqual({ own: [], below: [] });
  });
});
