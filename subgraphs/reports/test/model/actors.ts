import type { Viewer } from '@satu-pintu/domain-kit';
import { ksp, national, officer, ombudsman, otherCitizen, stranger, warga } from '../support/people.js';

/** Somebody who does something to reports, or tries. */
export interface Actor {
  readonly name: string;
  readonly viewer: Viewer;
}

const OFFICERS = [
  ['COORDINATOR_ADMIN', '32.73'],
  ['AGENCY_ADMIN', '32.73/1.03'],
  ['LIAISON_OFFICER', '32.73/1.03'],
  ['INTAKE_OFFICER', '32.73/1.03'],
  ['LIAISON_OFFICER', '32.73/1.02'],
  ['COORDINATOR_ADMIN', '32'],
  ['LIAISON_OFFICER', '32/1.03'],
  ['COORDINATOR_ADMIN', 'KEMENKES'],
  ['LIAISON_OFFICER', 'KEMENKES/01'],
  ['AGENCY_ADMIN', '91'],
  ['COORDINATOR_ADMIN', 'LAMA'],
] as const;

/** Everybody whom reports meet: citizens, officers of every kind, and one who is both. */
export const ACTORS: readonly Actor[] = [
  { name: 'warga', viewer: warga },
  { name: 'warga lain', viewer: otherCitizen },
  { name: 'tamu', viewer: stranger },
  { name: 'admin nasional', viewer: national },
  { name: 'Ombudsman', viewer: ombudsman },
  { name: 'KSP', viewer: ksp },
  ...OFFICERS.map(([role, code]) => ({ name: `${role}@${code}`, viewer: officer(role, code) })),
];

/** Who files reports: two citizens, and the liaison officer who may come to handle the own report. */
export const REPORTERS = ['warga', 'warga lain', 'LIAISON_OFFICER@32.73/1.03'] as const;
