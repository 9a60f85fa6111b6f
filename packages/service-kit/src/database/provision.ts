import pg from 'pg';

const EXTENSIONS = ['ltree', 'pg_trgm', 'pgcrypto', 'btree_gist', 'citext', 'unaccent'];

/** One schema with two roles: the owner changes tables, the app only rows. */
export interface SchemaRoles {
  /** Schema name; the roles are `<name>_owner` and `<name>_app`. */
  readonly name: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/**
 * Makes the database, its extensions, and per schema an owner and an app role who see nothing of the others.
 * Safe to repeat: passwords are set anew each time, everything else only when missing.
 *
 * @param adminUrl a role that may create databases and roles; it is used here and nowhere else
 */
export async function provisionDatabase(
  adminUrl: string,
  database: string,
  schemas: readonly SchemaRoles[],
): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await admin.query(`create database ${name(database)}`);
    for (const schema of schemas) await provisionRoles(admin, schema);
  });
  await withClient(databaseUrl(adminUrl, database), async (admin) => {
    await admin.query('revoke all on schema public from public');
    await admin.query('grant usage on schema public to public');
    await admin.query(`revoke all on database ${name(database)} from public`);
    for (const extension of EXTENSIONS)
      await admin.query(`create extension if not exists ${extension} schema public`);
    for (const schema of schemas) await provisionSchema(admin, database, schema.name);
  });
}

/** The same server and credentials, another database. */
export function databaseUrl(
  url: string,
  database: string,
  role?: { user: string; password: string },
): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  if (role) {
    changed.username = role.user;
    changed.password = encodeURIComponent(role.password);
  }
  return changed.href;
}

async function provisionRoles(admin: pg.Client, schema: SchemaRoles): Promise<void> {
  for (const [suffix, password] of [
    ['owner', schema.ownerPassword],
    ['app', schema.appPassword],
  ] as const) {
    const role = `${schema.name}_${suffix}`;
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await admin.query(`create role ${name(role)} login nobypassrls`);
    await admin.query(`alter role ${name(role)} password ${pg.escapeLiteral(password)}`);
  }
}

async function provisionSchema(admin: pg.Client, database: string, schema: string): Promise<void> {
  const [owner, app] = [name(`${schema}_owner`), name(`${schema}_app`)];
  await admin.query(`grant connect on database ${name(database)} to ${owner}, ${app}`);
  // A managed server's admin is no superuser and must belong to the owner role to hand the schema over.
  await admin.query(`grant ${owner} to current_user`);
  await admin.query(`create schema if not exists ${name(schema)} authorization ${owner}`);
  await admin.query(`grant usage on schema ${name(schema)} to ${app}`);
  for (const [kind, rights] of [
    ['tables', 'select, insert, update, delete'],
    ['sequences', 'usage, select'],
    ['functions', 'execute'],
  ] as const) {
    await admin.query(
      `alter default privileges for role ${owner} in schema ${name(schema)} grant ${rights} on ${kind} to ${app}`,
    );
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function name(identifier: string): string {
  return pg.escapeIdentifier(identifier);
}
