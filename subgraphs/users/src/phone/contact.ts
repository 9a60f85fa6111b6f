import { accept, type Decision, type InvalidInput, readEmail, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';
import type { Vault } from '../vault/vault.js';
import { readPhone } from './phone.js';

/** By what somebody is known who signs up or in, as it is compared. */
export interface Contact {
  readonly kind: 'EMAIL' | 'PHONE';
  /** E-mail address in lower case, or number in E.164: no text is both. */
  readonly name: string;
}

/** What a client gives: one of the two. */
export interface GivenContact {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

/** Reads the one contact that is given. */
export function readContact({ email, phone }: GivenContact): Decision<Contact, InvalidInput> {
  const hasEmail = typeof email === 'string';
  if (hasEmail && typeof phone === 'string') {
    return refuse({ kind: 'InvalidInput', field: 'phone', reason: 'MALFORMED' });
  }
  if (typeof phone === 'string') return asContact('PHONE', readPhone(phone));
  return asContact('EMAIL', readEmail(email ?? ''));
}

/** The account that is known by a contact, or null. */
export function findAccountByContact(
  manager: EntityManager,
  vault: Vault,
  { kind, name }: Contact,
): Promise<AccountEntity | null> {
  return kind === 'EMAIL'
    ? manager.findOneBy(AccountEntity, { email: name })
    : manager.findOneBy(AccountEntity, { phoneHash: vault.hashPhone(name) });
}

function asContact(
  kind: Contact['kind'],
  read: Decision<string, InvalidInput>,
): Decision<Contact, InvalidInput> {
  return read.ok ? accept({ kind, name: read.value }) : read;
}
