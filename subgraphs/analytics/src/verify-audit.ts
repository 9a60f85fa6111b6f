import { type Break, headText, readHead } from '@satu-pintu/audit';
import { databaseUrlVariable, readConfig } from '@satu-pintu/service-kit';
import { readHead as readLastLink } from './audit/audit-chain.store.js';
import { holdsHead, verifyChain } from './audit/verify-chain.command.js';
import { createAnalyticsDatabase } from './persistence/database.js';

/*
 * Without argument: is the audit log whole? `--head` tells its end, to be noted down elsewhere; `--holds <head>` asks as
 * well whether it still holds what was noted down. Says in one line what it found; exit code 1 when something is wrong.
 */

const FOUND: Readonly<Record<Break['reason'], string>> = {
  CHANGED: 'the entry is not what it was',
  REMOVED: 'an entry is missing',
  REORDERED: 'another entry belongs here',
  NOT_IN_LOG: 'the event log knows nothing of this entry',
  DIFFERS_FROM_LOG: 'the event log tells otherwise than the entry',
  LISTED_WRONGLY: 'lists tell otherwise than the entry',
};

const { DATABASE_URL } = readConfig({ DATABASE_URL: databaseUrlVariable });
const [option, noted] = process.argv.slice(2);
const database = await createAnalyticsDatabase(DATABASE_URL).initialize();
try {
  if (option === undefined) await verify();
  else if (option === '--head') say(headText(await readLastLink(database)));
  else if (option === '--holds') await verify(noted ?? '');
  else fail(`unknown option ${option}; there are --head and --holds <position>:<hash>`);
} finally {
  await database.destroy();
}

async function verify(head?: string): Promise<void> {
  const expected = head === undefined ? null : readHead(head);
  if (head !== undefined && !expected) {
    fail(`"${head}" is no head; one looks like 1024:9f86d0…`);
    return;
  }
  const { broken, head: end, waiting } = await verifyChain(database);
  if (broken)
    fail(`BROKEN at position ${String(broken.position)}: ${broken.reason}, ${FOUND[broken.reason]}`);
  else if (expected && !(await holdsHead(database, expected)))
    fail(`BROKEN: position ${String(expected.position)} is not what was noted down`);
  else say(`OK, head ${headText(end)}, ${String(waiting)} waiting`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(line: string): void {
  say(line);
  process.exitCode = 1;
}
