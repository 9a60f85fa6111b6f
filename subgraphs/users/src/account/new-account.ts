import { randomBytes } from 'node:crypto';
import type { Locale } from '@satu-pintu/domain-kit';
import type { Vault } from '../vault/vault.js';
import { AccountEntity } from './account.entity.js';

/** What is known of a person when the account is made. */
export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly isDemo: boolean;
}

/** The row of a new account, with a fresh reporter key that leaves this subgraph only sealed. */
export function newAccount(person: NewAccount, vault: Vault, now: Date): AccountEntity {
  const reporterKey = randomBytes(32).toString('base64url');
  return Object.assign(new AccountEntity(), {
    ...person,
    sealedReporterKey: vault.sealReporterKey(reporterKey),
    createdAt: now,
  });
}
