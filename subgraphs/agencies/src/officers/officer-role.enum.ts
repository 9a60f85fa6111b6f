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
  valuesConfig: {
    NATIONAL_ADMIN: { description: 'Admin nasional: verifies and forwards for the whole country.' },
    COORDINATOR_ADMIN: { description: 'Admin koordinator: disposes reports to the agencies below.' },
    AGENCY_ADMIN: { description: 'Admin instansi: receives and distributes the reports of one agency.' },
    LIAISON_OFFICER: { description: 'Pejabat penghubung: acts on reports and answers them.' },
    INTAKE_OFFICER: { description: 'Petugas pelayanan pengaduan: takes reports at the desk.' },
    INTEGRATOR: { description: 'Developer: connects the agency’s own systems.' },
    OMBUDSMAN: { description: 'Ombudsman: oversees delayed cases.' },
    KSP_VIEWER: { description: 'Kantor Staf Presiden: watches priority programmes.' },
    MOHA_EVALUATOR: { description: 'Kemendagri: evaluates regional governments every year.' },
    ANALYST: { description: 'Reads statistics.' },
  },
});
