import { describe, expect, it } from '@jest/globals';
import {
  OFFICER_ROLES,
  type OfficerRole,
  placeUnder,
  publicViewer,
  type Viewer,
} from '@satu-pintu/domain-kit';
import { agenciesOfReach, reaches, watchesTheCountry } from './reach.rules.js';

const root = placeUnder('root', null, 'SUPERVISORY');
const province = placeUnder('province', root, 'SUPERVISORY');
const city = placeUnder('city', province, 'SUPERVISORY');
const office = placeUnder('office', city, 'ADMINISTRATIVE');
const neighbour = placeUnder('neighbour', province, 'SUPERVISORY');

const officer = (role: OfficerRole): Viewer => ({
  ...publicViewer(),
  isSignedIn: true,
  appointments: [{ officerId: 'officer', agencyId: 'city', role }],
});

describe('Reach of an officer in the statistics', () => {
  it.each([
    { asked: 'itself', place: city, sees: true },
    { asked: 'an office of it', place: office, sees: true },
    { asked: 'the province above', place: province, sees: false },
    { asked: 'a neighbour', place: neighbour, sees: false },
  ])('from a city to $asked: $sees', ({ place, sees }) => {
    expect(reaches([city], place)).toBe(sees);
  });

  it('crosses supervisory ties downward', () => {
    expect(reaches([province], office)).toBe(true);
  });

  it('is the country for the national admin, the Ombudsman and KSP, and for no one else', () => {
    expect(OFFICER_ROLES.filter((role) => watchesTheCountry(officer(role)))).toEqual([
      'NATIONAL_ADMIN',
      'OMBUDSMAN',
      'KSP_VIEWER',
    ]);
  });

  it('is nothing for an integrator and for a visitor', () => {
    expect(agenciesOfReach(officer('INTEGRATOR'))).toEqual([]);
    expect(agenciesOfReach(publicViewer())).toEqual([]);
  });

  it('begins at the agency of the appointment for other officers', () => {
    expect(agenciesOfReach(officer('LIAISON_OFFICER'))).toEqual(['city']);
  });
});
