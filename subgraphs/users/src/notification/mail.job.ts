import type { Clock } from '@satu-pintu/domain-kit';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { findAccount } from '../account/account.store.js';
import type { Vault } from '../vault/vault.js';
import { lookForWork } from './look-for-work.js';
import { type Letter, nextAttempt, writeLetter, writeOwnerLetter } from './mail.rules.js';
import { claimMail, type DueMail, postponeMail, removeMail } from './mail.store.js';
import type { MailServer } from './mail-server.js';

/** What sending needs. */
export interface MailParts {
  readonly database: DataSource;
  readonly vault: Vault;
  readonly server: MailServer;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** So long an e-mail belongs to the process that took it; the server is given less. */
const CLAIM_MS = 60_000;

/** Sends what is due. */
export function startMailing(parts: MailParts): Closable {
  const sending = lookForWork(
    () => sendNextMail(parts),
    (error) => parts.logger.error({ err: error }, 'e-mails are not sent'),
  );
  return {
    async close() {
      await sending.close();
      parts.server.close();
    },
  };
}

/**
 * Sends one e-mail; says whether there was one. A process that dies between the server's yes and the removal sends it
 * again, under the same Message-ID: rather twice than never.
 */
export async function sendNextMail(parts: MailParts): Promise<boolean> {
  const { database, clock, logger } = parts;
  const now = clock.now();
  const mail = await claimMail(database.manager, now, new Date(now.getTime() + CLAIM_MS));
  if (!mail) return false;
  try {
    await send(mail, parts);
    await removeMail(database.manager, mail.id);
  } catch (error) {
    const again = nextAttempt(mail.attempts, now);
    // The address stands in what the server says, and must not come into the log.
    logger.warn({ mail: mail.id, attempts: mail.attempts, code: codeOf(error) }, 'an e-mail was not taken');
    if (again) await postponeMail(database.manager, mail.id, again);
    else await removeMail(database.manager, mail.id);
  }
  return true;
}

async function send(mail: DueMail, { database, vault, server }: MailParts): Promise<void> {
  const account = await findAccount(database.manager, vault.openAccountId(mail.sealedAccountId));
  const to = account?.email ?? null;
  const letter = account && letterFor(mail, account, vault);
  if (letter && to !== null) await server.send({ ...letter, to, id: mail.id });
}

/** Null when nothing is to be sent: news of a report go to addresses that were shown to be their owner's, and to no other. */
function letterFor(
  mail: DueMail,
  { locale, emailVerifiedAt }: Pick<AccountEntity, 'locale' | 'emailVerifiedAt'>,
  vault: Vault,
): Letter | null {
  if (mail.audience === 'OWNER') {
    const code = mail.sealedCode === null ? null : vault.openLetterCode(mail.sealedCode);
    return writeOwnerLetter(mail.kind, code, locale);
  }
  if (emailVerifiedAt === null) return null;
  const { trackingId } = vault.openReport(mail.sealedReport);
  return writeLetter(mail.kind, mail.audience, trackingId, locale);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}
