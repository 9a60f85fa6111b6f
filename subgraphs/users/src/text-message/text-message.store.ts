import type { Locale } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { TextMessageKind } from './text-message-texts.js';
import { TextMessageEntity } from './text-message.entity.js';

/** A message before it is written down. */
export type NewTextMessage = Omit<TextMessageEntity, 'attempts'>;

/** A message that is due. */
export interface DueTextMessage {
  readonly id: string;
  readonly sealedPhone: string;
  readonly kind: TextMessageKind;
  readonly sealedCode: string | null;
  readonly locale: Locale;
  readonly expiresAt: Date;
  readonly attempts: number;
}

/* As for e-mails: the claim is the new due instant, and a lost process lets go of it. */
const CLAIM = /* sql */ `
  update text_message set due_at = $2, attempts = attempts + 1
   where id = (select id from text_message where due_at <= $1 order by due_at, id limit 1 for update skip locked)
  returning id, sealed_phone as "sealedPhone", kind, sealed_code as "sealedCode", locale,
            expires_at as "expiresAt", attempts
`;

/** Writes down a message that is to be sent. */
export async function appendTextMessage(tx: EntityManager, message: NewTextMessage): Promise<void> {
  await tx.insert(TextMessageEntity, { ...message, attempts: 0 });
}

/** Takes the next message that is due; it is due again at `again` unless it is removed before. */
export async function claimTextMessage(
  tx: EntityManager,
  now: Date,
  again: Date,
): Promise<DueTextMessage | null> {
  const [rows] = await tx.query<[readonly DueTextMessage[], number]>(CLAIM, [now, again]);
  return rows[0] ?? null;
}

/** Puts a message off that the gateway did not take. */
export async function postponeTextMessage(tx: EntityManager, id: string, dueAt: Date): Promise<void> {
  await tx.update(TextMessageEntity, { id }, { dueAt });
}

/** Forgets a message: it was sent, or given up. */
export async function removeTextMessage(tx: EntityManager, id: string): Promise<void> {
  await tx.delete(TextMessageEntity, { id });
}
