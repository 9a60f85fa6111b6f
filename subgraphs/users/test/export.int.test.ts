import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { createDataSource, createSealer } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { EXPORTED_AT_MOST } from '../src/export/account-export.query.js';
import { Vault } from '../src/vault/vault.js';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers, signedIn } from './support/running-users.js';
import { arrive } from './support/sign-in.js';

const EXPORT = '{ me { export { json fileName generatedAt isComplete } } }';

interface Exported {
  readonly json: string;
  readonly fileName: string;
  readonly isComplete: boolean;
}

let users: RunningUsersTest;
let app: DataSource;

beforeAll(async () => {
  users = await runUsers();
  app = await createDataSource({
    url: users.database.appUrl('users'),
    schema: 'users',
    entities: [],
  }).initialize();
}, 60_000);

afterAll(async () => {
  await app.destroy();
  await users.close();
});

async function exported(viewer: Viewer): Promise<Exported> {
  const { data, errors } = await users.ask(EXPORT, {}, viewer);
  expect(errors).toEqual([]);
  return (data?.me as { export: Exported }).export;
}

describe('the copy of what is kept about somebody', () => {
  it('holds the account, its sessions, its reports with their numbers, what was told and who looked', async () => {
    const siti = await arrive(users, 'siti@contoh.test');
    const reportId = randomUUID();
    const seal = createSealer<{ accountId: string }>(users.config.secrets.vaultSealKey, 'reporter-seal');
    await publish(users.database, 'reports', {
      type: 'report.submitted',
      aggregateId: reportId,
      version: 1,
      payload: {
        reportId,
        trackingId: '5724000003',
        holderAgencyId: randomUUID(),
        isAnonymous: true,
        submittedAt: '2026-03-02T01:00:00.000Z',
        reporterSeal: seal.seal({ accountId: siti.accountId }),
      },
    });
    await eventually(async () => {
      expect(await app.query('select from notification')).toHaveLength(1);
    });
    const hash = new Vault(users.config.secrets.vaultKey).hashAccountId(siti.accountId);
    const agencyId = randomUUID();
    await app.query(
      `insert into access_receipt (id, report_id, account_hash, role, agency_id, purpose, at)
       values ($1, $2, $3, 'OMBUDSMAN', $4, 'READ_NAME', '2026-03-02T01:30:00Z')`,
      [randomUUID(), reportId, hash, agencyId],
    );
    const copy = await exported(siti.viewer);
    expect(copy).toMatchObject({ fileName: 'satu-pintu-2026-03-02.json', isComplete: true });
    expect(JSON.parse(copy.json)).toEqual({
      format: 'satu-pintu/account-export/1',
      generatedAt: users.clock.now().toISOString(),
      account: {
        id: siti.accountId,
        email: 'siti@contoh.test',
        phone: null,
        displayName: 'Siti Aminah',
        locale: 'id',
        createdAt: users.clock.now().toISOString(),
      },
      sessions: [expect.objectContaining({ startedAt: users.clock.now().toISOString(), endedAt: null })],
      passkeys: [],
      posts: [],
      reports: [{ reportId, trackingId: '5724000003', submittedAt: '2026-03-02T01:00:00.000Z' }],
      notifications: [
        {
          kind: 'SUBMITTED',
          as: 'REPORTER',
          reportId,
          trackingId: '5724000003',
          at: expect.any(String),
          readAt: null,
        },
      ],
      accessReceipts: [
        { reportId, role: 'OMBUDSMAN', agencyId, purpose: 'READ_NAME', at: '2026-03-02T01:30:00.000Z' },
      ],
      cutShort: [],
    });
  });

  it('holds nothing that lets anybody in', async () => {
    const { tokens, viewer } = await arrive(users, 'rahasia@contoh.test');
    const { json } = await exported(viewer);
    expect(json).not.toMatch(/argon2|hash|reporterKey|publicKey|credential/i);
    expect(json).not.toContain(tokens.refreshToken);
  });

  it('is cut short where a list is very long, and says where', async () => {
    const { viewer, accountId } = await arrive(users, 'banyak@contoh.test');
    const vault = new Vault(users.config.secrets.vaultKey);
    await app.query(
      `insert into vault_link (report_id, sealed_account_id, account_hash, submitted_at)
       select gen_random_uuid(), $1, $2, now() from generate_series(1, $3)`,
      [vault.sealAccountId(accountId), vault.hashAccountId(accountId), EXPORTED_AT_MOST + 1],
    );
    const copy = await exported(viewer);
    const { reports, cutShort } = JSON.parse(copy.json) as { reports: object[]; cutShort: string[] };
    expect(copy.isComplete).toBe(false);
    expect(reports).toHaveLength(EXPORTED_AT_MOST);
    expect(cutShort).toEqual(['reports']);
  });

  it('is for its owner alone', async () => {
    const { accountId } = await arrive(users, 'milik@contoh.test');
    for (const viewer of [publicViewer(), signedIn(accountId, randomUUID())]) {
      expect(await users.ask(EXPORT, {}, viewer)).toMatchObject({ data: { me: null }, errors: [] });
    }
    const { viewer } = await arrive(users, 'lain@contoh.test');
    const asEntity = await users.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { export { json } } } }',
      { r: [{ __typename: 'User', id: accountId }] },
      viewer,
    );
    expect(asEntity.data).toEqual({ _entities: [null] });
  });
});
