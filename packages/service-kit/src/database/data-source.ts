import { DataSource, type EntityManager, type MigrationInterface } from 'typeorm';
import { connectTimeoutMs } from './connect-timeout.js';

/** How one subgraph reaches its own schema. */
export interface DatabaseOptions {
  /** postgres:// URL of the app role (no DDL), or of the owner role for migrations. */
  readonly url: string;
  readonly schema: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
}

/** A TypeORM data source that never changes the schema by itself and gives up rather than wait for ever. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    schema: options.schema,
    entities: [...options.entities],
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    // Whoever asked logs the error; TypeORM's own logging would print the parameters, texts of citizens among them.
    logging: false,
    applicationName: `satu-pintu ${options.schema}`,
    poolSize: options.poolSize ?? 8,
    connectTimeoutMS: connectTimeoutMs(),
    extra: {
      idleTimeoutMillis: 30_000,
      maxLifetimeSeconds: 1_800,
      keepAlive: true,
      statement_timeout: options.statementTimeoutMs ?? 3_000,
      lock_timeout: 1_000,
      idle_in_transaction_session_timeout: 5_000,
      options: `-c search_path=${options.schema},public`,
    },
  });
}

/** PostgreSQL says: another transaction was in the way; the same work may succeed when done again. */
const WORTH_ANOTHER_TRY = new Set(['40001', '40P01', '55P03']);
const TRIES = 5;

/** Runs the work in one transaction and repeats it, with growing random pauses, when it met another one. */
export async function inTransaction<Result>(
  database: DataSource,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (attempt === TRIES || !WORTH_ANOTHER_TRY.has(sqlState(error) ?? '')) throw error;
      await pause(Math.random() * Math.min(500, 20 * 2 ** attempt));
    }
  }
}

/** SQLSTATE of a failed query, or null for any other error. */
export function sqlState(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Name of the constraint that a failed query ran into, or null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
