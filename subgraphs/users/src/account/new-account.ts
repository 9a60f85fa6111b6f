import { randomBytes } from 'node:crypto';
import type { Locale } from '@satu-pintu/domain-kit';
import type { Vault } from '../vault/vault.js';
import { AccountEntity } from './account.entity.js';
import type { Contact } from '../phone/contact.js';

/** What is known of a person when the account is made. */
export interface NewAccount {
  readonly id: string;
  readonly contact: Contact;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly isDemo: boolean;
  /** Proves to the reports subgraph that a report is theirs; 32 bytes, base64url. Leaves this subgraph only sealed. */
  readonly reporterKey: string;
}

/** A reporter key that nobody can guess. */
export function newReporterKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The row of a new account. */
export function newAccount(
  { reporterKey, contact: { kind, name }, ...person }: NewAccount,
  vault: Vault,
  now: Date,
): AccountEntity {
  const sealedReporterKey = vault.sealReporterKey(reporterKey);
  const isPhone = kind === 'PHONE';
  return Object.assign(new AccountEntity(), {
    ...person,
    email: isPhone ? null : name,
    phoneHash: isPhone ? vault.hashPhone(name) : null,
    sealedPhone: isPhone ? vault.sealPhone(name) : null,
    phoneVerifiedAt: null,
    sealedReporterKey,
    createdAt: now,
    emailVerifiedAt: null,
  });
}
