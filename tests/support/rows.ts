import type { Database } from './database.js';

/** How many rows each table of a schema holds, by name; what the audit log notes of a refusal is not counted. */
export async function rowsIn(schema: string, database: Database): Promise<Readonly<Record<string, number>>> {
  const tables = await database.rows<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1 order by 1',
    [schema],
  );
  const counted = tables.map(async ({ name }) => {
    const beside = name === 'outbox' ? `where type <> 'audit.recorded'` : '';
    return [name, await database.count(`select count(*) from "${schema}"."${name}" ${beside}`)] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}
