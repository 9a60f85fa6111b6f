import { accept, type Decision, type InvalidInput, isUuid, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { type FreshProof, isStillProven, type Proof, type ProofRefusal } from '../account/fresh-proof.js';
import type { AccountAudit } from '../audit/account-audit.js';
import { readPasskeyName } from './passkey.rules.js';

/** There is no such passkey of this account. */
export interface PasskeyNotFound {
  readonly kind: 'PasskeyNotFound';
}

const RENAME = 'update passkey set name = $3 where id = $1 and account_id = $2';
const REMOVE = 'delete from passkey where id = $1 and account_id = $2';

/** What an owner does with passkeys that are there. */
export class KeepPasskeysCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly proof: FreshProof,
  ) {}

  async rename(
    { id, name }: { readonly id: string; readonly name: string },
    accountId: string,
  ): Promise<Decision<{ readonly id: string }, InvalidInput | PasskeyNotFound>> {
    const read = readPasskeyName(name);
    if (!read.ok) return read;
    return this.audit.inTransaction('renamePasskey', { accountId }, (tx) =>
      change(tx, RENAME, id, accountId, read.value),
    );
  }

  /** It signs in no more; the sessions that it has begun go on. */
  async remove(
    { id, proof }: { readonly id: string; readonly proof: Proof },
    accountId: string,
  ): Promise<Decision<{ readonly id: string }, ProofRefusal | PasskeyNotFound>> {
    const proven = await this.proof.check(proof, accountId);
    if (!proven.ok) return this.audit.refused('removePasskey', { accountId }, proven);
    return this.audit.inTransaction<{ readonly id: string }, ProofRefusal | PasskeyNotFound>(
      'removePasskey',
      { accountId },
      async (tx) =>
        (await isStillProven(tx, accountId, proven.value))
          ? change(tx, REMOVE, id, accountId)
          : refuse({ kind: 'OwnerNotProven' }),
    );
  }
}

async function change(
  tx: EntityManager,
  statement: string,
  id: string,
  ...values: readonly string[]
): Promise<Decision<{ readonly id: string }, PasskeyNotFound>> {
  if (!isUuid(id)) return refuse({ kind: 'PasskeyNotFound' });
  const [, count] = await tx.query<[unknown, number]>(statement, [id, ...values]);
  return count > 0 ? accept({ id }) : refuse({ kind: 'PasskeyNotFound' });
}
