import { inTransaction, type Logger } from '@satu-pintu/service-kit';
import { type Clock, systemClock } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import type { FileStore } from '../files/file-store.js';
import type { Quarantine } from '../uploads/quarantine.js';
import { LOOSE_MS } from './attach.rules.js';

/** What the sweep of files is made with. */
export interface FileSweepParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly files: FileStore;
  readonly quarantine: Quarantine;
}

const BATCH = 100;
/** No upload takes so long; what lies in quarantine then was left by a process that died. */
const FORGOTTEN_MS = 60 * 60_000;

const TAKE_LOOSE = /* sql */ `
  delete from attachment
   where id in (select id from attachment where report_id is null and answer_draft_id is null and created_at < $1
                 order by created_at limit ${String(BATCH)} for update skip locked)
  returning file_key as "fileKey"
`;

/** Removes files that nobody attached within a day, and what uploads that broke off have left. */
export async function sweepFiles(parts: FileSweepParts): Promise<number> {
  // Files of this machine have the time of this machine.
  await parts.quarantine.emptyOlderThan(new Date(systemClock.now().getTime() - FORGOTTEN_MS));
  let removed = 0;
  for (;;) {
    const count = await sweepBatch(parts);
    removed += count;
    if (count < BATCH) break;
  }
  if (removed > 0) parts.logger.info({ removed }, 'removed files that nobody attached');
  return removed;
}

/** Row and file go together: were the process to die between them, the row would still be there to be found. */
async function sweepBatch({ database, clock, files }: FileSweepParts): Promise<number> {
  const until = new Date(clock.now().getTime() - LOOSE_MS);
  return inTransaction(database, async (tx) => {
    const [rows] = await tx.query<[{ fileKey: string }[], number]>(TAKE_LOOSE, [until]);
    for (const { fileKey } of rows) await files.remove(fileKey);
    return rows.length;
  });
}
