import { headText } from '@satu-pintu/audit';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { readHead } from './audit-chain.store.js';

const EVERY_MS = 10 * 60_000;

/**
 * Writes the head of the chain into the log of the process every ten minutes. Whoever collects logs elsewhere can tell
 * with `audit:verify --holds` whether the chain still holds what it held then.
 */
export function startTellingHead(database: DataSource, logger: Logger): Closable {
  let telling = Promise.resolve();
  const tell = (): void => {
    telling = readHead(database)
      .then((head) => {
        logger.info({ auditHead: headText(head) }, 'head of the audit log');
      })
      .catch((error: unknown) => {
        logger.error({ err: error }, 'could not tell the head of the audit log');
      });
  };
  const timer = setInterval(tell, EVERY_MS);
  tell();
  return {
    async close() {
      clearInterval(timer);
      await telling;
    },
  };
}
