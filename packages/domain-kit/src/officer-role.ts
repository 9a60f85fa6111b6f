/** What an officer is appointed to do in an agency (domain glossary; SP4N-LAPOR! roles). */
export const OFFICER_ROLES = [
  'NATIONAL_ADMIN',
  'COORDINATOR_ADMIN',
  'AGENCY_ADMIN',
  'LIAISON_OFFICER',
  'INTAKE_OFFICER',
  'INTEGRATOR',
  'OMBUDSMAN',
  'KSP_VIEWER',
  'MOHA_EVALUATOR',
  'ANALYST',
] as const;

export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** Roles that run an agency: a report can be addressed to an agency that has one of them. */
export const ADMIN_ROLES: readonly OfficerRole[] = ['NATIONAL_ADMIN', 'COORDINATOR_ADMIN', 'AGENCY_ADMIN'];
