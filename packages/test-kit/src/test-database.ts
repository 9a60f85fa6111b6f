import { randomUUID } from 'node:crypto';
import { databaseUrl, provisionDatabase } from '@satu-pintu/service-kit';
import pg from 'pg';
import { TEST_SERVER_VARIABLE } from './start-postgres.js';

/** Roles are the server's, so every database of a run has the same passwords. */
const PASSWORD = 'only-for-tests';

/** Where the two roles of a schema reach one test database. */
export interface TestDatabase {
  ownerUrl(schema: string): string;
  appUrl(schema: string): string;
  /** Where whoever runs the server reaches it, who may do anything. */
  adminUrl(): string;
  drop(): Promise<void>;
}

/** What a template holds: its schemas, and the migrations that fill them. */
export interface Template {
  readonly name: string;
  readonly schemas: readonly string[];
  migrate(database: TestDatabase): Promise<void>;
}

/** A fresh database for one test file, cloned from a template that is migrated once per run. */
export async function createTestDatabase(template: Template): Promise<TestDatabase> {
  const templateName = `template_${template.name}`;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(async (admin) => {
    // Test files may run side by side; one prepares, the others wait.
    await admin.query('select pg_advisory_lock(hashtext($1))', [templateName]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [
      `${templateName}_ready`,
    ]);
    if (rowCount === 0) await prepareTemplate(admin, template, templateName);
    await admin.query(`create database ${name} template ${templateName}_ready`);
    // A clone has the template's schemas and grants, but not the right to connect.
    for (const schema of template.schemas) {
      await admin.query(`grant connect on database ${name} to ${schema}_owner, ${schema}_app`);
    }
  });
  return describeDatabase(name);
}

async function prepareTemplate(admin: pg.Client, template: Template, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`);
  const roles = template.schemas.map((schema) => ({
    name: schema,
    ownerPassword: PASSWORD,
    appPassword: PASSWORD,
  }));
  await provisionDatabase(serverUrl(), name, roles);
  await template.migrate(describeDatabase(name));
  await admin.query(`alter database ${name} rename to ${name}_ready`);
}

function describeDatabase(name: string): TestDatabase {
  const url = (role: string): string => databaseUrl(serverUrl(), name, { user: role, password: PASSWORD });
  return {
    ownerUrl: (schema) => url(`${schema}_owner`),
    appUrl: (schema) => url(`${schema}_app`),
    adminUrl: () => databaseUrl(serverUrl(), name),
    drop: () =>
      withAdmin(async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function withAdmin(work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function serverUrl(): string {
  const url = process.env[TEST_SERVER_VARIABLE];
  if (url === undefined)
    throw new Error('No test server: set globalSetup to the test-kit in jest.config.mjs.');
  return url;
}
