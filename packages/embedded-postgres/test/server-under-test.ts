import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { errorCode } from '../src/error-code.js';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from '../src/index.js';

/** Servers and folders of one test file; whatever it starts is stopped and removed at the end. */
export class Servers {
  private readonly folders: string[] = [];
  private readonly started: EmbeddedPostgres[] = [];

  /** A new folder that every account can pass through, unless a mode says otherwise. */
  folder(mode = 0o755): string {
    const folder = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
    chmodSync(folder, mode);
    this.folders.push(folder);
    return folder;
  }

  async start(dataFolder: string, options: Omit<EmbeddedPostgresOptions, 'dataFolder'> = {}) {
    const server = await startEmbeddedPostgres({ dataFolder, durable: false, ...options });
    this.started.push(server);
    return server;
  }

  /** Remembers a folder that the server made elsewhere. */
  alsoRemove(folder: string): void {
    this.folders.push(folder);
  }

  async cleanUp(): Promise<void> {
    for (const server of this.started) await server.stop();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows that one statement gives on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Whether nobody listens where the server was. */
export async function isGone(server: { readonly adminUrl: string }): Promise<boolean> {
  return query(server.adminUrl, 'select 1').then(
    () => false,
    (error: unknown) => errorCode(error) === 'ECONNREFUSED',
  );
}
