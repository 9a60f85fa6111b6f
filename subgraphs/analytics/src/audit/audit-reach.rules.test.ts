import { describe, expect, it } from '@jest/globals';
import { OFFICER_ROLES, type OfficerRole } from '@satu-pintu/domain-kit';
import { auditReachOf } from './audit-reach.rules.js';

const post = (role: OfficerRole, agencyId = 'a') => ({ officerId: 'o', agencyId, role });

describe('the reach into the audit log', () => {
  it.each(['NATIONAL_ADMIN', 'OMBUDSMAN'] as const)('of %s is the country', (role) => {
    expect(auditReachOf({ appointments: [post(role)] })).toEqual({ kind: 'COUNTRY' });
  });

  it('of administrators is the houses that they run, all of them', () => {
    const appointments = [
      post('COORDINATOR_ADMIN', 'city'),
      post('LIAISON_OFFICER', 'x'),
      post('AGENCY_ADMIN', 'b'),
    ];
    expect(auditReachOf({ appointments })).toEqual({ kind: 'HOUSES', agencyIds: ['city', 'b'] });
  });

  it('is nothing for everybody else', () => {
    const others = OFFICER_ROLES.filter(
      (role) => !['NATIONAL_ADMIN', 'OMBUDSMAN', 'COORDINATOR_ADMIN', 'AGENCY_ADMIN'].includes(role),
    );
    expect(auditReachOf({ appointments: others.map((role) => post(role)) })).toEqual({
      kind: 'HOUSES',
      agencyIds: [],
    });
    expect(auditReachOf({ appointments: [] })).toEqual({ kind: 'HOUSES', agencyIds: [] });
  });
});
