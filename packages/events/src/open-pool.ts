import { connectTimeoutMs, type Logger } from '@satu-pintu/service-kit';
import pg from 'pg';

/** One works, one waits, one for live subscriptions. */
const MOST_CONNECTIONS = 3;

/**
 * Connections for what carries events. Gives up on a database that does not answer, where `pg` would wait for ever,
 * and outlives the loss of an idle connection, which would otherwise end the process.
 *
 * @param schema where unqualified names are looked up; only an outbox needs it
 */
export function openPool(connectionString: string, logger: Logger, schema?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: connectTimeoutMs(),
    ...(schema !== undefined && { options: `-c search_path=${schema},public` }),
  });
  pool.on('error', (error) => {
    logger.warn({ err: error }, 'lost an idle connection');
  });
  return pool;
}
