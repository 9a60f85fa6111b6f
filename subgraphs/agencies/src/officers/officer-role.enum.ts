import { OFFICER_ROLE_MEANINGS, OFFICER_ROLES } from '@satu-pintu/domain-kit';
import { registerEnumType } from 'type-graphql';

/** What an officer is appointed to do; the words of `OfficerRole` in the domain kit. */
export enum OfficerRoleName {
  NATIONAL_ADMIN = 'NATIONAL_ADMIN',
  COORDINATOR_ADMIN = 'COORDINATOR_ADMIN',
  AGENCY_ADMIN = 'AGENCY_ADMIN',
  LIAISON_OFFICER = 'LIAISON_OFFICER',
  INTAKE_OFFICER = 'INTAKE_OFFICER',
  INTEGRATOR = 'INTEGRATOR',
  OMBUDSMAN = 'OMBUDSMAN',
  KSP_VIEWER = 'KSP_VIEWER',
  MOHA_EVALUATOR = 'MOHA_EVALUATOR',
  ANALYST = 'ANALYST',
}

registerEnumType(OfficerRoleName, {
  name: 'OfficerRole',
  description: 'What an officer is appointed to do in an agency.',
  valuesConfig: Object.fromEntries(
    OFFICER_ROLES.map((role) => [role, { description: OFFICER_ROLE_MEANINGS[role] }]),
  ),
});
