import { afterAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../support/database.js';
import { type DatabaseUser, stack } from '../support/stack.js';

const SUBGRAPHS: readonly DatabaseUser[] = ['reports', 'agencies', 'users', 'analytics'];
/** The one schema that all read: the log of events between them. */
const SHARED = 'event_log';
const FORBIDDEN = '42501';

const admin = openDatabase(stack.databaseUrl);
afterAll(() => admin.close());

describe.each(SUBGRAPHS)('the database role of %s', (name) => {
  const role = openDatabase(stack.roleUrls[name]);
  afterAll(() => role.close());

  it('reads its own tables', async () => {
    const own = await tablesOf((schema) => schema === name);
    expect(own.length).toBeGreaterThan(2);
    for (const table of own)
      expect({ table, code: await codeOf(role, `select from ${table}`) }).toEqual({ table, code: null });
  });

  it('reads and changes nothing of another subgraph', async () => {
    const others = await tablesOf((schema) => schema !== name && schema !== SHARED);
    expect(others.length).toBeGreaterThan(5);
    for (const table of others) {
      for (const sql of [
        `select from ${table}`,
        `delete from ${table}`,
        `insert into ${table} default values`,
      ]) {
        expect({ sql, code: await codeOf(role, sql) }).toEqual({ sql, code: FORBIDDEN });
      }
    }
  });

  it('makes no tables, schemas, functions or roles', async () => {
    const schemas = ['public', SHARED, ...SUBGRAPHS];
    const attempts = [
      ...schemas.map((schema) => `create table ${schema}.smuggled (id integer)`),
      ...schemas.map((schema) => `create function ${schema}.smuggled() returns integer return 1`),
      'create schema smuggled',
      'create role smuggled',
      'create temporary table smuggled (id integer)',
    ];
    for (const sql of attempts)
      expect({ sql, code: await codeOf(role, sql) }).toEqual({ sql, code: FORBIDDEN });
  });

  it('becomes nobody else', async () => {
    for (const other of ['reports', 'agencies', 'users', 'analytics', SHARED].flatMap((schema) => [
      ...(schema === name ? [] : [`${schema}_app`]),
      `${schema}_owner`,
    ])) {
      expect({ other, code: await codeOf(role, `set role ${other}`) }).toEqual({ other, code: FORBIDDEN });
    }
  });

  it('writes no event in the name of another, and changes none', async () => {
    const [other] = SUBGRAPHS.filter((subgraph) => subgraph !== name);
    const forged = `insert into event_log.event (id, producer, type, aggregate_id, version, at, payload)
      values (gen_random_uuid(), '${other ?? ''}', 'report.submitted', gen_random_uuid(), 1, now(), '{}')`;
    expect(await codeOf(role, forged)).toBe(FORBIDDEN);
    expect(await codeOf(role, 'delete from event_log.event')).toBe(FORBIDDEN);
    expect(await codeOf(role, 'update event_log.event set version = 0')).toBe(FORBIDDEN);
  });
});

describe('what was done', () => {
  it.each([
    ['reports', 'disposition'],
    ['reports', 'follow_up'],
    ['reports', 'history_entry'],
    ['reports', 'oversight_reading'],
    ['reports', 'answer_policy'],
    ['reports', 'answer_draft_step'],
    ['reports', 'note'],
    ['users', 'access_receipt'],
  ] as const)('stays as written, also for the service itself: %s.%s', async (name, table) => {
    const role = openDatabase(stack.roleUrls[name]);
    const [column] = await admin.rows<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = $1 and table_name = $2 and is_identity = 'NO' and is_generated = 'NEVER' limit 1`,
      [name, table],
    );
    const change = `update ${name}.${table} set ${column?.name ?? ''} = ${column?.name ?? ''}`;
    expect(await codeOf(role, change)).toBe(FORBIDDEN);
    expect(await codeOf(role, `delete from ${name}.${table}`)).toBe(FORBIDDEN);
    await role.close();
  });
});

async function tablesOf(isWanted: (schema: string) => boolean): Promise<readonly string[]> {
  const rows = await admin.rows<{ schema: string; table: string }>(
    `select schemaname as schema, tablename as table from pg_tables
      where schemaname in ('launcher', $1, 'reports', 'agencies', 'users', 'analytics')`,
    [SHARED],
  );
  return rows.filter(({ schema }) => isWanted(schema)).map(({ schema, table }) => `${schema}.${table}`);
}

/** SQLSTATE with which a statement fails; null when it is carried out. It is always undone. */
async function codeOf(database: Database, sql: string): Promise<string | null> {
  try {
    await database.rows(
      `do $test$ begin execute $sql$${sql}$sql$; raise exception sqlstate 'OK001'; end $test$`,
    );
    return null;
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'none';
    return code === 'OK001' ? null : code;
  }
}
