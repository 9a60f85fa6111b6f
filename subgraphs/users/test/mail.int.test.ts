import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, createLogger, createSealer } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { sendNextMail } from '../src/notification/mail.job.js';
import { connectMailServer, type MailServer } from '../src/notification/mail-server.js';
import { USERS_ENTITIES } from '../src/persistence/entities.js';
import { Vault } from '../src/vault/vault.js';
import { FROM, openPostOffice, type PostOffice } from './support/post-office.js';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive } from './support/sign-in.js';

let post: PostOffice;
let users: RunningUsersTest;
let accountId: string;
let database: DataSource;

beforeAll(async () => {
  post = await openPostOffice();
  users = await runUsers(post.config);
  ({ accountId } = await arrive(users, 'siti@contoh.test'));
  database = createDataSource({ url: users.config.databaseUrl, schema: 'users', entities: USERS_ENTITIES });
  await database.initialize();
  await database.query('update account set email_verified_at = now()');
  await eventually(async () => {
    expect(await database.query('select from mail')).toEqual([]);
  });
}, 60_000);
afterAll(async () => {
  await database.destroy();
  await users.close();
  await post.close();
});

function submitted(trackingId: string, extra: object = {}) {
  const reportId = randomUUID();
  const seal = createSealer<{ accountId: string }>(users.config.secrets.vaultSealKey, 'reporter-seal');
  const reporterSeal = seal.seal({ accountId });
  const facts = { reportId, trackingId, holderAgencyId: randomUUID(), isAnonymous: false, isSecret: true };
  const submittedAt = users.clock.now().toISOString();
  return {
    type: 'report.submitted',
    aggregateId: reportId,
    version: 1,
    payload: { ...facts, submittedAt, reporterSeal, ...extra },
  };
}

function lettersAbout(trackingId: string): readonly string[] {
  return post.letters.filter((letter) => letter.includes(trackingId));
}

describe('an e-mail', () => {
  it('tells a reporter what happened, by the tracking number alone, and is sent once', async () => {
    // Publishing dates events by the real clock; what is news is judged by the service's.
    users.clock.set(new Date().toISOString());
    await publish(users.database, 'reports', submitted('5724000003'));
    await eventually(async () => {
      await Promise.resolve();
      expect(lettersAbout('5724000003')).toHaveLength(1);
    });
    const [letter = ''] = lettersAbout('5724000003');
    expect(letter).toContain('To: siti@contoh.test');
    expect(letter).toContain(`From: ${FROM}`);
    expect(letter).toContain('Subject: Satu Pintu: 5724000003');
    expect(letter).toContain('Laporan 5724000003 telah kami terima dan akan diverifikasi.');
    expect(letter).toMatch(/Message-ID: <[0-9a-f-]{36}@contoh\.go\.id>/);
  });

  it('goes to no address that its owner has not verified', async () => {
    await database.query('update account set email_verified_at = null');
    const before = await told();
    await publish(users.database, 'reports', submitted('5724000046'));
    await eventually(async () => {
      expect(await told()).toBe(before + 1);
      expect(await database.query('select from mail')).toEqual([]);
    });
    await database.query('update account set email_verified_at = now()');
    expect(lettersAbout('5724000046')).toEqual([]);
  });

  it('is not written about what happened long ago, which is read in the application', async () => {
    users.clock.set(new Date(Date.now() + 3 * 86_400_000).toISOString());
    const before = await told();
    await publish(users.database, 'reports', submitted('5724000011'));
    await eventually(async () => {
      expect(await told()).toBe(before + 1);
    });
    expect(await database.query('select from mail')).toEqual([]);
    users.clock.set(new Date().toISOString());
    expect(lettersAbout('5724000011')).toEqual([]);
  });
});

/** How many notifications are written. */
async function told(): Promise<number> {
  const [row] = await database.query<{ count: number }[]>('select count(*)::int as count from notification');
  return row?.count ?? 0;
}

describe('an e-mail that the server does not take', () => {
  let server: MailServer;

  beforeAll(() => {
    if (!users.config.mail) throw new Error('E-mails are off.');
    server = connectMailServer(users.config.mail);
  });
  afterAll(() => server.close());

  async function waiting(): Promise<readonly { attempts: number }[]> {
    return database.query<{ attempts: number }[]>('select attempts from mail');
  }

  it('is tried again later, by whoever looks, and then given up', async () => {
    post.isOpen = false;
    await publish(users.database, 'reports', submitted('5724000038'));
    await eventually(async () => {
      expect((await waiting()).map(({ attempts }) => attempts)).toEqual([1]);
    });
    const vault = new Vault(users.config.secrets.vaultKey);
    const parts = { database, vault, server, clock: users.clock, logger: createLogger('users', 'silent') };
    expect(await sendNextMail(parts)).toBe(false);
    for (let hours = 1; (await waiting()).length > 0; hours += 24) {
      users.clock.set(new Date(users.clock.now().getTime() + hours * 3_600_000).toISOString());
      await sendNextMail(parts);
      expect(hours).toBeLessThan(300);
    }
    post.isOpen = true;
    expect(lettersAbout('5724000038')).toEqual([]);
  }, 30_000);
});
