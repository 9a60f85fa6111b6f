import { join } from 'node:path';
import { startEmbeddedPostgres } from '@satu-pintu/embedded-postgres';
import { keepPostgres } from '../supervision/keep-postgres.js';

/** Four subgraphs with their pools, relays, jobs and listeners, and some to look in with psql. */
const MAX_CONNECTIONS = 200;

/** The PostgreSQL server of this start. */
export interface DatabaseServer {
  /** URL of a role that may create databases and roles; never given to another process. */
  readonly adminUrl: string;
  /** Process id of the embedded server; null for one that is not ours. */
  pid(): number | null;
  /** Stops the embedded server; leaves one that is not ours alone. */
  stop(): Promise<void>;
}

export interface DatabaseServerOptions {
  readonly dataFolder: string;
  /** Admin URL of an existing server; without it, or when it is empty, the embedded one is started. */
  readonly existingUrl: string | undefined;
  /** False gives up safety against power failure, for tests. */
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

/** The existing server when there is one, else PostgreSQL from npm, kept running. */
export async function openServer(options: DatabaseServerOptions): Promise<DatabaseServer> {
  const { existingUrl, dataFolder, durable, log } = options;
  if (existingUrl !== undefined && existingUrl !== '') {
    return { adminUrl: existingUrl, pid: () => null, stop: () => Promise.resolve() };
  }
  const folder = join(dataFolder, 'postgres');
  const server = await keepPostgres(
    (port) =>
      startEmbeddedPostgres({
        dataFolder: folder,
        durable,
        maxConnections: MAX_CONNECTIONS,
        log,
        ...(port !== undefined && { port }),
      }),
    log,
  );
  return { adminUrl: server.adminUrl, pid: () => server.pid, stop: () => server.stop() };
}
