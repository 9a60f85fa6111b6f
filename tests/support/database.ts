import pg from 'pg';

/** A look behind the door: plain SQL. */
export interface Database {
  /** Rows of one statement. */
  rows<Row extends pg.QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** The one number that the statement selects. */
  count(sql: string, parameters?: readonly unknown[]): Promise<number>;
  close(): Promise<void>;
}

/** Opens a connection that survives the death of the server between two statements. */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const rows = async <Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []) =>
    (await pool.query<Row>(sql, [...parameters])).rows;
  return {
    rows,
    async count(sql, parameters) {
      const [first = {}] = await rows<Record<string, unknown>>(sql, parameters);
      return Number(Object.values(first)[0]);
    },
    close: () => pool.end(),
  };
}
