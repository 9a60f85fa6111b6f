import { randomUUID } from 'node:crypto';
import type { Locale } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Vault } from '../vault/vault.js';
import type { TextMessageKind } from './text-message-texts.js';
import { appendTextMessage } from './text-message.store.js';

/** As long as a code lives; a message that is later than that is not sent. */
const LIFE_MS = 10 * 60_000;

/** What is to be written, to whom. */
export interface OutgoingText {
  readonly accountId: string;
  /** E.164. */
  readonly phone: string;
  readonly kind: TextMessageKind;
  /** Six digits, in those kinds that have one. */
  readonly code?: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** Writes to a telephone, in the transaction of what it is about; it is sent from there. */
export class TextMessages {
  constructor(
    private readonly vault: Vault,
    /** Whether text messages are sent at all; without, nothing is written. */
    readonly areSent: boolean,
  ) {}

  async write(tx: EntityManager, { accountId, phone, kind, code, locale, now }: OutgoingText): Promise<void> {
    if (!this.areSent) return;
    await appendTextMessage(tx, {
      id: randomUUID(),
      accountHash: this.vault.hashAccountId(accountId),
      sealedPhone: this.vault.sealPhone(phone),
      kind,
      sealedCode: code === undefined ? null : this.vault.sealLetterCode(code),
      locale,
      dueAt: now,
      expiresAt: new Date(now.getTime() + LIFE_MS),
    });
  }
}
