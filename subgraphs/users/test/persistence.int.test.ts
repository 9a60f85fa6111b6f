import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId, systemClock } from '@satu-pintu/domain-kit';
import { createDataSource, createLogger, createSealer } from '@satu-pintu/service-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import type { DataSource } from 'typeorm';
import { saveAccount } from '../src/account/account.store.js';
import { newAccount, newReporterKey } from '../src/account/new-account.js';
import { projectAppointments } from '../src/appointment/appointments.consumer.js';
import { readDemoConfig } from '../src/config.js';
import { DEMO_PASSWORD, demoReporterKey, loadDemoAccounts } from '../src/demo/demo-accounts.js';
import { Passwords } from '../src/account/passwords.js';
import { USERS_ENTITIES } from '../src/persistence/entities.js';
import { VaultConsumer } from '../src/vault/vault.consumer.js';
import { Vault } from '../src/vault/vault.js';
import { delivered } from './support/publish.js';
import { someSecrets, usersDatabase } from './support/running-users.js';

const secrets = someSecrets();
let database: TestDatabase;
let app: DataSource;
let owner: DataSource;

beforeAll(async () => {
  database = await usersDatabase();
  app = createDataSource({ url: database.appUrl('users'), schema: 'users', entities: USERS_ENTITIES });
  owner = createDataSource({ url: database.ownerUrl('users'), schema: 'users', entities: USERS_ENTITIES });
  await app.initialize();
  await owner.initialize();
});

afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await database.drop();
});

describe('the migrations', () => {
  it('make exactly the tables that the entities describe', async () => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});

describe('the projection of appointments', () => {
  it('keeps the newest word on a post, delivered twice, late or all at once', async () => {
    const payload = {
      id: randomUUID(),
      agencyId: randomUUID(),
      role: 'AGENCY_ADMIN',
      accountId: randomUUID(),
    };
    const told = (version: number, isActive: boolean) =>
      delivered({
        type: 'officer.changed',
        aggregateId: payload.id,
        version,
        payload: { ...payload, isActive },
      });
    const state = (): Promise<unknown> =>
      app.query('select version, is_active from appointment where officer_id = $1', [payload.id]);

    await projectAppointments([told(1, true), told(2, false)], app.manager);
    expect(await state()).toEqual([{ version: 2, is_active: false }]);
    await projectAppointments([told(1, true), told(2, false)], app.manager);
    await projectAppointments([told(1, true)], app.manager);
    expect(await state()).toEqual([{ version: 2, is_active: false }]);
    await projectAppointments([told(3, true)], app.manager);
    expect(await state()).toEqual([{ version: 3, is_active: true }]);
  });

  it('keeps the invitation that comes with an earlier word of the same batch', async () => {
    const post = {
      id: randomUUID(),
      agencyId: randomUUID(),
      role: 'INTAKE_OFFICER',
      accountId: null,
      isActive: true,
    };
    const told = (version: number, more: object = {}) =>
      delivered({ type: 'officer.changed', aggregateId: post.id, version, payload: { ...post, ...more } });
    const invitation = {
      codeHash: Buffer.from('hash').toString('base64url'),
      expiresAt: '2026-03-16T02:00:00Z',
    };
    await projectAppointments([told(1, { invitation }), told(2)], app.manager);
    const known = await app.query<object[]>(
      'select version, invitation_hash from appointment where officer_id = $1',
      [post.id],
    );
    expect(known).toEqual([{ version: 2, invitation_hash: Buffer.from('hash') }]);
  });
});

describe('the vault', () => {
  const vault = new Vault(secrets.vaultKey);
  const consumer = new VaultConsumer(vault, secrets.vaultSealKey, createLogger('users', 'silent'));
  const submitted = (reportId: string, reporterSeal?: string) =>
    delivered({
      type: 'report.submitted',
      aggregateId: reportId,
      version: 1,
      payload: { reportId, submittedAt: '2026-03-02T02:00:00.000Z', ...(reporterSeal && { reporterSeal }) },
    });
  const sealOf = (accountId: string): string =>
    createSealer(secrets.vaultSealKey, 'reporter-seal').seal({ accountId });

  afterAll(() => app.query('delete from account'));

  async function someAccount(): Promise<string> {
    const id = randomUUID();
    const contact = { kind: 'EMAIL', name: `${id}@contoh.test` } as const;
    const person = { id, contact, displayName: 'Siti', passwordHash: '' };
    const reporterKey = newReporterKey();
    const account = { ...person, locale: 'id', isDemo: false, reporterKey } as const;
    await saveAccount(app, newAccount(account, vault, systemClock.now()));
    return id;
  }

  it('links a report once, however often it is told, and never to another account', async () => {
    const [reportId, accountId] = [randomUUID(), await someAccount()];
    const batch = [submitted(reportId, sealOf(accountId))];
    await consumer.apply(batch, app.manager);
    await consumer.apply(batch, app.manager);
    await consumer.apply([submitted(reportId, sealOf(await someAccount()))], app.manager);
    const rows = await app.query<{ sealed_account_id: string }[]>(
      'select sealed_account_id from vault_link where report_id = $1',
      [reportId],
    );
    expect(rows.map((row) => vault.openAccountId(row.sealed_account_id))).toEqual([accountId]);
  });

  it('links no report to an account that is gone', async () => {
    const reportId = randomUUID();
    await consumer.apply([submitted(reportId, sealOf(randomUUID()))], app.manager);
    expect(await app.query('select from vault_link where report_id = $1', [reportId])).toEqual([]);
  });

  it('passes over a report without an account and one whose seal is forged', async () => {
    const [without, forged, good] = [randomUUID(), randomUUID(), randomUUID()];
    await consumer.apply(
      [submitted(without), submitted(forged, 'not a seal'), submitted(good, sealOf(await someAccount()))],
      app.manager,
    );
    const rows = await app.query<{ report_id: string }[]>(
      'select report_id from vault_link where report_id = any($1)',
      [[without, forged, good]],
    );
    expect(rows).toEqual([{ report_id: good }]);
  });
});

describe('the demonstration accounts', () => {
  it('are loaded once, with the ids that officers are appointed under and the password that is told', async () => {
    const load = (): Promise<readonly string[]> =>
      loadDemoAccounts(database.ownerUrl('users'), secrets, systemClock);
    const emails = await load();
    const before = await app.query<{ id: string; email: string; password_hash: string; is_demo: boolean }[]>(
      'select id, email, password_hash, is_demo from account order by email',
    );
    await load();
    expect(await app.query('select id, email, password_hash, is_demo from account order by email')).toEqual(
      before,
    );
    expect(before.map(({ email }) => email).sort()).toEqual([...emails].sort());
    expect(before.every(({ id, email, is_demo }) => is_demo && id === stableId('account', email))).toBe(true);
    const passwords = new Passwords(secrets.passwordPepper);
    expect(await passwords.matches(DEMO_PASSWORD, before[0]?.password_hash ?? null)).toBe(true);
  });

  it('own the demonstration reports: their reporter keys can be derived', async () => {
    const rows = await app.query<{ id: string; sealed_reporter_key: string }[]>(
      'select id, sealed_reporter_key from account where is_demo',
    );
    const vault = new Vault(secrets.vaultKey);
    const stored = rows.map((row) => vault.openReporterKey(row.sealed_reporter_key));
    expect(stored).toEqual(rows.map((row) => demoReporterKey(row.id, secrets.reporterKeySeal)));
    expect(new Set(stored).size).toBe(9);
  });

  it('are refused in production', () => {
    expect(() => readDemoConfig({ NODE_ENV: 'production' })).toThrow('do not belong in production');
  });
});
