import { describe, expect, it } from '@jest/globals';
import { OFFICER_ROLES, type OfficerRole, placeUnder } from '@satu-pintu/domain-kit';
import { permit, permitOnRole } from './permit.js';
import { type Action, ACTIONS } from './policy.js';

const country = placeUnder('country', null, 'SUPERVISORY');
const own = placeUnder('province', country, 'SUPERVISORY');

/** Where something is done, seen from the agency of whoever does it. */
const PLACES = {
  'in the own agency': own,
  'in an office of its house': placeUnder('office', own, 'ADMINISTRATIVE'),
  'in an agency that it guides': placeUnder('city', own, 'SUPERVISORY'),
  'in the agency above': country,
  'in another house': placeUnder('ministry', country, 'SUPERVISORY'),
} as const;
type Where = keyof typeof PLACES;

/** Those who may, place by place. */
type Row = Readonly<Record<Where, readonly OfficerRole[]>>;

const NATIONAL: readonly OfficerRole[] = ['NATIONAL_ADMIN'];
const COORDINATORS: readonly OfficerRole[] = [...NATIONAL, 'COORDINATOR_ADMIN'];
const ADMINS: readonly OfficerRole[] = [...COORDINATORS, 'AGENCY_ADMIN'];
const WATCHED_BY_THE_OMBUDSMAN: readonly OfficerRole[] = [...NATIONAL, 'OMBUDSMAN'];

const row = (
  here: readonly OfficerRole[],
  office: readonly OfficerRole[],
  guided: readonly OfficerRole[],
  everywhereElse: readonly OfficerRole[],
): Row => ({
  'in the own agency': here,
  'in an office of its house': office,
  'in an agency that it guides': guided,
  'in the agency above': everywhereElse,
  'in another house': everywhereElse,
});

const RUN_A_HOUSE = row(COORDINATORS, COORDINATORS, NATIONAL, NATIONAL);
const END_WHAT_IS_BELOW = row(NATIONAL, COORDINATORS, NATIONAL, NATIONAL);
const RUN_THE_STAFF = row(ADMINS, COORDINATORS, NATIONAL, NATIONAL);
const RUN_THE_ANSWERS = row(ADMINS, ADMINS, [], []);

/** Said once more, by people and places and not by reaches. */
const MAY: Readonly<Record<Action, Row>> = {
  REGISTER_AGENCY: RUN_A_HOUSE,
  UPDATE_AGENCY: RUN_A_HOUSE,
  DETACH_AGENCY: END_WHAT_IS_BELOW,
  ATTACH_AGENCY: RUN_A_HOUSE,
  CHANGE_TIE: row(NATIONAL, NATIONAL, NATIONAL, NATIONAL),
  DISSOLVE_AGENCY: END_WHAT_IS_BELOW,
  SUCCEED_AGENCY: RUN_A_HOUSE,
  LIST_OFFICERS: row(OFFICER_ROLES, ADMINS, ADMINS, NATIONAL),
  APPOINT_OFFICER: RUN_THE_STAFF,
  UPDATE_OFFICER: RUN_THE_STAFF,
  END_APPOINTMENT: RUN_THE_STAFF,
  WRITE_TEMPLATES: RUN_THE_ANSWERS,
  SET_ANSWER_POLICY: RUN_THE_ANSWERS,
  READ_AUDIT: row(
    [...ADMINS, 'OMBUDSMAN'],
    [...ADMINS, 'OMBUDSMAN'],
    WATCHED_BY_THE_OMBUDSMAN,
    WATCHED_BY_THE_OMBUDSMAN,
  ),
  IMPORT: RUN_THE_STAFF,
};

describe.each(ACTIONS)('the right %s', (action) => {
  it.each(Object.keys(PLACES) as readonly Where[])(
    'is held by those whom the office gives it, %s',
    (where) => {
      const holders = OFFICER_ROLES.filter((role) => permit(action, [{ role, place: own }], PLACES[where]));
      expect(holders).toEqual(MAY[action][where]);
    },
  );
});

const WORK_ON_REPORTS: readonly OfficerRole[] = ['LIAISON_OFFICER', 'INTAKE_OFFICER'];

/** The posts that each may give in their own agency; all others none. */
const GIVES: Readonly<Partial<Record<OfficerRole, readonly OfficerRole[]>>> = {
  NATIONAL_ADMIN: OFFICER_ROLES,
  COORDINATOR_ADMIN: ['COORDINATOR_ADMIN', 'AGENCY_ADMIN', ...WORK_ON_REPORTS, 'INTEGRATOR'],
  AGENCY_ADMIN: WORK_ON_REPORTS,
};

describe.each(OFFICER_ROLES)('%s', (giver) => {
  it.each(['APPOINT_OFFICER', 'UPDATE_OFFICER', 'END_APPOINTMENT'] as const)(
    'gives, changes and ends the posts that are theirs to give, and no other: %s',
    (action) => {
      const post = { role: giver, place: own };
      const given = OFFICER_ROLES.filter((role) => permitOnRole(action, [post], own, role) === post);
      expect(given).toEqual(GIVES[giver] ?? []);
    },
  );
});
