import type { OfficerRole } from '@satu-pintu/domain-kit';

/** The post of a demo account. */
export interface DemoOfficer {
  readonly email: string;
  readonly agencyCode: string;
  readonly role: OfficerRole;
  readonly name: string;
  readonly title: string;
}

/** One officer per demo account; each name and title says that it is one. */
export const DEMO_OFFICERS: readonly DemoOfficer[] = [
  {
    email: 'nasional@demo.test',
    agencyCode: 'NASIONAL',
    role: 'NATIONAL_ADMIN',
    name: 'Demo Nasional',
    title: 'Admin Nasional (akun demo)',
  },
  {
    email: 'koordinator.bandung@demo.test',
    agencyCode: '32.73',
    role: 'COORDINATOR_ADMIN',
    name: 'Demo Koordinator Bandung',
    title: 'Koordinator (akun demo)',
  },
  {
    email: 'petugas.dpupr.bandung@demo.test',
    agencyCode: '32.73/1.03',
    role: 'LIAISON_OFFICER',
    name: 'Demo Petugas DPUPR Bandung',
    title: 'Pejabat Penghubung (akun demo)',
  },
  {
    email: 'koordinator.jabar@demo.test',
    agencyCode: '32',
    role: 'COORDINATOR_ADMIN',
    name: 'Demo Koordinator Jawa Barat',
    title: 'Koordinator (akun demo)',
  },
  {
    email: 'koordinator.kemenkes@demo.test',
    agencyCode: 'KEMENKES',
    role: 'COORDINATOR_ADMIN',
    name: 'Demo Koordinator Kemenkes',
    title: 'Koordinator (akun demo)',
  },
  {
    email: 'ombudsman@demo.test',
    agencyCode: 'OMBUDSMAN',
    role: 'OMBUDSMAN',
    name: 'Demo Ombudsman',
    title: 'Asisten Ombudsman (akun demo)',
  },
  {
    email: 'ksp@demo.test',
    agencyCode: 'KSP',
    role: 'KSP_VIEWER',
    name: 'Demo KSP',
    title: 'Pemantau KSP (akun demo)',
  },
];
