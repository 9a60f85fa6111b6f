import { type Clock, stableId } from '@satu-pintu/domain-kit';
import { createDataSource, deriveKey } from '@satu-pintu/service-kit';
import { findAccountByEmail, saveAccount } from '../account/account.store.js';
import { newAccount } from '../account/new-account.js';
import { Passwords } from '../account/passwords.js';
import type { AccountSecrets } from '../config.js';
import { USERS_ENTITIES } from '../persistence/entities.js';
import { Vault } from '../vault/vault.js';

/** Password of every demonstration account; public, so it must never exist in production. */
export const DEMO_PASSWORD = 'satu-pintu-demo';

/** Who can sign in to the demonstration; the posts behind these addresses come from the agencies subgraph. */
const DEMO_ACCOUNTS = [
  { email: 'warga@demo.test', displayName: 'Warga (demo)' },
  { email: 'warga2@demo.test', displayName: 'Warga Kedua (demo)' },
  { email: 'nasional@demo.test', displayName: 'Admin Nasional (demo)' },
  { email: 'koordinator.bandung@demo.test', displayName: 'Koordinator Kota Bandung (demo)' },
  { email: 'petugas.dpupr.bandung@demo.test', displayName: 'Petugas DPUPR Kota Bandung (demo)' },
  { email: 'koordinator.jabar@demo.test', displayName: 'Koordinator Jawa Barat (demo)' },
  { email: 'koordinator.kemenkes@demo.test', displayName: 'Koordinator Kementerian Kesehatan (demo)' },
  { email: 'ombudsman@demo.test', displayName: 'Ombudsman (demo)' },
  { email: 'ksp@demo.test', displayName: 'Kantor Staf Presiden (demo)' },
];

/**
 * Reporter key of a demonstration account. Unlike that of a person it can be derived, so that whoever loads
 * demonstration reports can make them belong to the account.
 */
export function demoReporterKey(accountId: string, reporterKeySeal: string): string {
  return deriveKey(reporterKeySeal, `demo-reporter-key:${accountId}`).toString('base64url');
}

/**
 * Makes the demonstration accounts that are missing; ids follow from the addresses. Safe to repeat.
 *
 * @param databaseUrl postgres:// URL of `users_app` or `users_owner`
 * @returns the addresses, for people to sign in with
 */
export async function loadDemoAccounts(
  databaseUrl: string,
  secrets: AccountSecrets,
  clock: Clock,
): Promise<readonly string[]> {
  const database = createDataSource({
    url: databaseUrl,
    schema: 'users',
    entities: USERS_ENTITIES,
    poolSize: 1,
  });
  await database.initialize();
  try {
    const vault = new Vault(secrets.vaultKey);
    const passwords = new Passwords(secrets.passwordPepper);
    for (const { email, displayName } of DEMO_ACCOUNTS) {
      if (await findAccountByEmail(database.manager, email)) continue;
      const passwordHash = await passwords.hash(DEMO_PASSWORD);
      const id = stableId('account', email);
      const reporterKey = demoReporterKey(id, secrets.reporterKeySeal);
      const person = {
        id,
        contact: { kind: 'EMAIL', name: email },
        displayName,
        passwordHash,
        locale: 'id',
        isDemo: true,
        reporterKey,
      } as const;
      await saveAccount(
        database,
        Object.assign(newAccount(person, vault, clock.now()), { emailVerifiedAt: clock.now() }),
      );
    }
  } finally {
    await database.destroy();
  }
  return DEMO_ACCOUNTS.map(({ email }) => email);
}
