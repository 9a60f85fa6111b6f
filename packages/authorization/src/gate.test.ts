import { describe, expect, it } from '@jest/globals';
import { OFFICER_ROLES } from '@satu-pintu/domain-kit';
import { gateOfPolicy, gateOfScope, isOpenTo } from './gate.js';
import { ACTIONS, POLICY, type Right } from './policy.js';
import { REPORT_RIGHT_NAMES } from './report-rights.js';
import { COORDINATING_ROLES, HANDLING_ROLES, WORKING_ROLES } from './report-standing.js';

const ADMINS = ['NATIONAL_ADMIN', 'COORDINATOR_ADMIN', 'AGENCY_ADMIN'];

describe('the gate of a right', () => {
  it('exists for every right of both tables', () => {
    for (const right of REPORT_RIGHT_NAMES) expect(gateOfPolicy(`report:${right}`)).not.toBeNull();
    for (const action of ACTIONS) expect(gateOfPolicy(`agency:${action}`)).not.toBeNull();
  });

  it('is open to everybody where a reporter may hold it, who needs no account', () => {
    for (const right of ['REPLY', 'REOPEN', 'RAISE_PRIVACY'])
      expect(gateOfPolicy(`report:${right}`)).toBe('ANYBODY');
  });

  it.each([
    ['report:VERIFY', ADMINS],
    ['report:FOLLOW_UP', [...ADMINS, 'LIAISON_OFFICER']],
    ['report:RETURN', [...ADMINS, 'LIAISON_OFFICER', 'INTAKE_OFFICER']],
    ['report:EXTEND', ['NATIONAL_ADMIN', 'COORDINATOR_ADMIN']],
    ['report:DISPATCH_FOR_GOOD', ['NATIONAL_ADMIN']],
    ['report:OVERSIGHT_ACCEPT', ['OMBUDSMAN']],
    ['report:TAKE_OVER', ADMINS],
    ['report:PASS_UP', ADMINS],
    ['report:ADD_NOTE', [...ADMINS, 'LIAISON_OFFICER', 'INTAKE_OFFICER']],
    ['agency:CHANGE_TIE', ['NATIONAL_ADMIN']],
    ['agency:REGISTER_AGENCY', ['NATIONAL_ADMIN', 'COORDINATOR_ADMIN']],
    ['agency:APPOINT_OFFICER', ADMINS],
    ['agency:WRITE_TEMPLATES', ADMINS],
    ['agency:SET_ANSWER_POLICY', ADMINS],
    ['agency:LIST_OFFICERS', [...OFFICER_ROLES]],
  ])('of %s is open to %j', (name, roles) => {
    expect(gateOfPolicy(name)).toEqual(roles);
  });

  it('of an action is open to the roles of its row', () => {
    for (const action of ACTIONS) {
      const row: Right = POLICY[action];
      expect(gateOfPolicy(`agency:${action}`)).toEqual(OFFICER_ROLES.filter((role) => role in row));
    }
  });

  it.each(['report:FLY', 'VERIFY', 'agency:VERIFY', 'toString', ''])('does not exist: %s', (name) => {
    expect(gateOfPolicy(name)).toBeNull();
  });
});

describe('the gate of a scope', () => {
  it('is a role, or any', () => {
    expect(gateOfScope('staff')).toEqual(OFFICER_ROLES);
    for (const role of OFFICER_ROLES) expect(gateOfScope(`role:${role}`)).toEqual([role]);
  });

  it.each(['role:KING', 'OMBUDSMAN', 'role:', ''])('does not exist: %s', (name) => {
    expect(gateOfScope(name)).toBeNull();
  });
});

describe('a gate', () => {
  it('lets through whoever has one of its roles', () => {
    expect(isOpenTo('ANYBODY', [])).toBe(true);
    expect(isOpenTo(['OMBUDSMAN', 'ANALYST'], ['ANALYST'])).toBe(true);
    expect(isOpenTo(['OMBUDSMAN'], ['ANALYST', 'KSP_VIEWER'])).toBe(false);
    expect(isOpenTo(['OMBUDSMAN'], [])).toBe(false);
    expect(isOpenTo([], ['OMBUDSMAN'])).toBe(false);
  });
});

describe('roles', () => {
  it('work on reports, answer them, and run a house', () => {
    expect(WORKING_ROLES).toEqual([...ADMINS, 'LIAISON_OFFICER', 'INTAKE_OFFICER']);
    expect(HANDLING_ROLES).toEqual([...ADMINS, 'LIAISON_OFFICER']);
    expect(COORDINATING_ROLES).toEqual(['COORDINATOR_ADMIN', 'NATIONAL_ADMIN']);
  });
});
