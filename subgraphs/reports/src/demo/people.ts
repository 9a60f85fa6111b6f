import { type OfficerRole, publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import { createSealer, deriveKey } from '@satu-pintu/service-kit';
import type { DemoAgency } from './demo-agency.store.js';
import type { SampleRow } from './sample-row.js';

const CITIZENS = ['warga@demo.test', 'warga2@demo.test'] as const;

/** Posts that demonstration accounts hold; what was done in them shows as done by that officer. */
const POSTS_OF_ACCOUNTS: Readonly<Record<string, string>> = {
  'NATIONAL_ADMIN NASIONAL': 'nasional@demo.test',
  'COORDINATOR_ADMIN 32.73': 'koordinator.bandung@demo.test',
  'LIAISON_OFFICER 32.73/1.03': 'petugas.dpupr.bandung@demo.test',
  'COORDINATOR_ADMIN 32': 'koordinator.jabar@demo.test',
  'COORDINATOR_ADMIN KEMENKES': 'koordinator.kemenkes@demo.test',
};

/** Keys with which the loader speaks for the accounts of citizens. */
export interface ReporterSecrets {
  /** Shared with gateway and users: seals the account for the vault. */
  readonly vaultSealKey: string;
  /** Shared with gateway and users, who derive the secret of a demonstration account from it. */
  readonly reporterKeySeal: string;
}

/** Whoever reported a row: the two citizens in turn through the site and the app, nobody known by text message. */
export function reporterOf(row: SampleRow, secrets: ReporterSecrets): Viewer {
  if (row.channel !== 'WEB' && row.channel !== 'MOBILE') return publicViewer();
  const email = Number(row.id.slice(1)) % 2 === 0 ? CITIZENS[0] : CITIZENS[1];
  const accountId = stableId('account', email);
  return {
    ...publicViewer(),
    isSignedIn: true,
    // The same derivation as the loader of demonstration accounts in users, so that the report is the account's own.
    reporterKey: deriveKey(secrets.reporterKeySeal, `demo-reporter-key:${accountId}`).toString('base64url'),
    reporterSeal: createSealer<{ accountId: string }>(secrets.vaultSealKey, 'reporter-seal').seal({
      accountId,
    }),
  };
}

/** Key under which a row is submitted, a UUID that nobody can guess: the same row is never brought in twice. */
export function requestKeyOf(row: SampleRow, { vaultSealKey }: ReporterSecrets): string {
  const digits = deriveKey(vaultSealKey, `demo-report:${row.id}`).toString('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** An officer of an agency, as the viewer of a command: a post gives authority, whoever holds it. */
export function officerOf(agency: DemoAgency, role: OfficerRole): Viewer {
  const name = POSTS_OF_ACCOUNTS[`${role} ${agency.code}`] ?? `demo:${agency.code}`;
  const post = { officerId: stableId('officer', name), agencyId: agency.id, role };
  return { ...publicViewer(), isSignedIn: true, appointments: [post] };
}
