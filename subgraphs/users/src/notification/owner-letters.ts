import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Vault } from '../vault/vault.js';
import { appendMails } from './mail.store.js';
import type { OwnerLetterKind } from './owner-letter-texts.js';

/** Writes to the owner of an account about the account itself, in the transaction of what it is about. */
export class OwnerLetters {
  constructor(
    private readonly vault: Vault,
    /** Whether e-mails are sent at all; without, nothing is written. */
    readonly areSent: boolean,
  ) {}

  async write(
    tx: EntityManager,
    accountId: string,
    letter: { readonly kind: OwnerLetterKind; readonly code?: string; readonly now: Date },
  ): Promise<void> {
    if (!this.areSent) return;
    const { kind, code, now } = letter;
    await appendMails(tx, [
      {
        id: randomUUID(),
        sealedAccountId: this.vault.sealAccountId(accountId),
        audience: 'OWNER',
        kind,
        sealedReport: null,
        sealedCode: code === undefined ? null : this.vault.sealLetterCode(code),
        dueAt: now,
      },
    ]);
  }
}
