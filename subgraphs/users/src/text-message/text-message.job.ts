import type { Clock } from '@satu-pintu/domain-kit';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { lookForWork } from '../notification/look-for-work.js';
import type { Vault } from '../vault/vault.js';
import type { TextMessageGateway } from './text-message-gateway.js';
import { nextTry, writeTextMessage } from './text-message.rules.js';
import {
  claimTextMessage,
  type DueTextMessage,
  postponeTextMessage,
  removeTextMessage,
} from './text-message.store.js';

/** What sending needs. */
export interface TextMessageParts {
  readonly database: DataSource;
  readonly vault: Vault;
  readonly gateway: TextMessageGateway;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** So long a message belongs to the process that took it; the gateway is given less. */
const CLAIM_MS = 30_000;

/** Sends what is due. */
export function startTexting(parts: TextMessageParts): Closable {
  return lookForWork(
    () => sendNextTextMessage(parts),
    (error) => parts.logger.error({ err: error }, 'text messages are not sent'),
  );
}

/**
 * Sends one message; says whether there was one. A process that dies between the gateway's yes and the removal sends it
 * again under the same id, by which the gateway can tell.
 */
async function sendNextTextMessage(parts: TextMessageParts): Promise<boolean> {
  const { database, clock, logger } = parts;
  const now = clock.now();
  const message = await claimTextMessage(database.manager, now, new Date(now.getTime() + CLAIM_MS));
  if (!message) return false;
  const { id, attempts, expiresAt } = message;
  try {
    if (expiresAt > now) await send(message, parts);
    await removeTextMessage(database.manager, id);
  } catch (error) {
    const again = nextTry(attempts, now, expiresAt);
    // Nothing of what the gateway says comes into the log: the number may stand in it.
    logger.warn({ textMessage: id, attempts, code: codeOf(error) }, 'a text message was not taken');
    if (again) await postponeTextMessage(database.manager, id, again);
    else await removeTextMessage(database.manager, id);
  }
  return true;
}

async function send(message: DueTextMessage, { vault, gateway }: TextMessageParts): Promise<void> {
  const code = message.sealedCode === null ? null : vault.openLetterCode(message.sealedCode);
  const text = writeTextMessage(message.kind, code, message.locale);
  await gateway.send({ id: message.id, to: vault.openPhone(message.sealedPhone), text });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  return 'code' in error ? String(error.code) : error.name;
}
