import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@satu-pintu/embedded-postgres';

/** Where test files of this run find the server. */
export const TEST_SERVER_VARIABLE = 'SATU_PINTU_TEST_SERVER';

/** A busy machine may take long to open a connection, and that is nothing that a test should find. */
const PATIENCE_SECONDS = '20';

let server: EmbeddedPostgres | null = null;
let folder: string | null = null;

/** Jest's global setup: one real server for all test files of a workspace, or the one that DATABASE_URL names. */
export default async function startPostgres(): Promise<void> {
  process.env.PGCONNECT_TIMEOUT ??= PATIENCE_SECONDS;
  const existing = process.env.DATABASE_URL;
  if (existing !== undefined && existing !== '') {
    process.env[TEST_SERVER_VARIABLE] = existing;
    return;
  }
  folder = await mkdtemp(join(tmpdir(), 'satu-pintu-test-'));
  // The server may run as another user of the system, who must be able to walk into the folder.
  await chmod(folder, 0o755);
  server = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), durable: false });
  process.env[TEST_SERVER_VARIABLE] = server.adminUrl;
}

/** Stops what `startPostgres` started. */
export async function stopPostgres(): Promise<void> {
  await server?.stop();
  if (folder !== null) await rm(folder, { recursive: true, force: true });
}
