import type { DataSource } from 'typeorm';

interface ColumnName {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const COLUMNS = /* sql */ `
  select table_schema || '.' || table_name as "table", column_name as "column", data_type as "type"
    from information_schema.columns
   where table_schema = 'reports'
`;

/** Every column of the schema. */
export function columnsOf(database: DataSource): Promise<readonly ColumnName[]> {
  return database.query<ColumnName[]>(COLUMNS);
}

/** How many rows each table of the schema has, but for entries on their way to the audit log: refusals leave them too. */
export async function rowCounts(database: DataSource): Promise<Readonly<Record<string, string>>> {
  const tables = [...new Set((await columnsOf(database)).map(({ table }) => table))];
  const counts = tables.map((table) => {
    const kept = table === 'reports.outbox' ? `where type <> 'audit.recorded'` : '';
    return `(select count(*) from ${table} ${kept}) as "${table}"`;
  });
  const [row] = await database.query<Record<string, string>[]>(`select ${counts.join(', ')}`);
  return row ?? {};
}

/** Columns in which some bytes are found: as they are, as base64url, or as hexadecimal digits. */
export async function columnsWith(database: DataSource, secret: Buffer): Promise<readonly string[]> {
  const readable = [secret.toString('base64url'), secret.toString('hex'), secret.toString('base64')];
  const found: string[] = [];
  for (const { table, column, type } of await columnsOf(database)) {
    const condition =
      type === 'bytea' ? `position($1::bytea in "${column}") > 0` : isIn(`"${column}"::text`, '$1');
    const [row] = await database.query<{ isThere: boolean }[]>(
      `select exists (select from ${table} where ${condition}) as "isThere"`,
      [type === 'bytea' ? secret : readable],
    );
    if (row?.isThere) found.push(`${table}.${column}`);
  }
  return found;
}

function isIn(text: string, words: string): string {
  return `exists (select from unnest(${words}::text[]) as word where position(word in ${text}) > 0)`;
}
