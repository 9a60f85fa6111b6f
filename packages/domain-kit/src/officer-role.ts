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

/** Each role in one line, with its Indonesian name: what the schemas say of it. */
export const OFFICER_ROLE_MEANINGS: Readonly<Record<OfficerRole, string>> = {
  NATIONAL_ADMIN: 'Admin nasional: verifies and forwards for the whole country.',
  COORDINATOR_ADMIN: 'Admin koordinator: disposes reports to the agencies below.',
  AGENCY_ADMIN: 'Admin instansi: receives and distributes the reports of one agency.',
  LIAISON_OFFICER: 'Pejabat penghubung: acts on reports and answers them.',
  INTAKE_OFFICER: 'Petugas pelayanan pengaduan: takes reports at the desk.',
  INTEGRATOR: 'Developer: connects the agency’s own systems.',
  OMBUDSMAN: 'Ombudsman: oversees delayed cases.',
  KSP_VIEWER: 'Kantor Staf Presiden: watches priority programmes.',
  MOHA_EVALUATOR: 'Kemendagri: evaluates regional governments every year.',
  ANALYST: 'Reads statistics.',
};

/** Roles that run an agency: a report can be addressed to an agency that has one of them. */
export const ADMIN_ROLES: readonly OfficerRole[] = ['NATIONAL_ADMIN', 'COORDINATOR_ADMIN', 'AGENCY_ADMIN'];
