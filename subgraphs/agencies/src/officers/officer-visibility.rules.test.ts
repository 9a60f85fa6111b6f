import { describe, expect, it } from '@jest/globals';
import { type AgencyPlace, type OfficerRole, placeUnder } from '@satu-pintu/domain-kit';
import { maySeeContact, maySeeName, maySeeOfficersOf, type ViewerPost } from './officer-visibility.rules.js';

const desk = placeUnder('desk', null, 'SUPERVISORY');
const ministry = placeUnder('ministry', desk, 'SUPERVISORY');
const province = placeUnder('province', desk, 'SUPERVISORY');
const provincialOffice = placeUnder('provincialOffice', province, 'ADMINISTRATIVE');
const city = placeUnder('city', province, 'SUPERVISORY');
const office = placeUnder('office', city, 'ADMINISTRATIVE');
const otherOffice = placeUnder('otherOffice', city, 'ADMINISTRATIVE');

describe('Who sees the officers of a city’s office', () => {
  it.each<[string, AgencyPlace, OfficerRole, { list: boolean; contact: boolean }]>([
    ['its own liaison officer', office, 'LIAISON_OFFICER', { list: true, contact: true }],
    ['the coordinator of its city', city, 'COORDINATOR_ADMIN', { list: true, contact: true }],
    ['an intake officer of its city', city, 'INTAKE_OFFICER', { list: false, contact: true }],
    [
      'a colleague in another office of its city',
      otherOffice,
      'AGENCY_ADMIN',
      { list: false, contact: true },
    ],
    ['the coordinator of its province', province, 'COORDINATOR_ADMIN', { list: true, contact: true }],
    ['a liaison officer of its province', province, 'LIAISON_OFFICER', { list: false, contact: false }],
    [
      'an admin of an office of its province',
      provincialOffice,
      'AGENCY_ADMIN',
      { list: false, contact: false },
    ],
    ['the national admin', desk, 'NATIONAL_ADMIN', { list: true, contact: true }],
    ['the coordinator of a ministry', ministry, 'COORDINATOR_ADMIN', { list: false, contact: false }],
    ['the Ombudsman', ministry, 'OMBUDSMAN', { list: false, contact: false }],
  ])('%s', (_who, place, role, sees) => {
    const posts: ViewerPost[] = [{ role, place }];
    expect(maySeeOfficersOf(posts, office)).toBe(sees.list);
    expect(maySeeContact(posts, office)).toBe(sees.contact);
    expect(maySeeName(posts)).toBe(true);
  });

  it('nobody without a post', () => {
    expect([maySeeOfficersOf([], office), maySeeContact([], office), maySeeName([])]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('an office’s admin does not see upward', () => {
    const posts: ViewerPost[] = [{ role: 'AGENCY_ADMIN', place: office }];
    expect([maySeeOfficersOf(posts, city), maySeeOfficersOf(posts, province)]).toEqual([false, false]);
    expect([maySeeContact(posts, city), maySeeContact(posts, province)]).toEqual([true, false]);
  });
});
