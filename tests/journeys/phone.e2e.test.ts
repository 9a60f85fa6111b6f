import { randomInt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { ask, type Asker } from '../support/graph.js';
import { filed } from '../support/reports.js';
import { account } from '../support/staff.js';
import { stack } from '../support/stack.js';

const PASSWORD = 'kata sandi yang panjang';
const NEW_PASSWORD = 'kata sandi yang lain lagi';
/** Every table of every schema of ours. */
const TABLES = `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
  where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`;

describe('A citizen with a telephone and no e-mail address', () => {
  const phone = `+62813${String(randomInt(100_000_000)).padStart(8, '0')}`;
  const asDialled = phone.replace('+62', '0');
  let database: Database;
  let siti: Asker;

  beforeAll(() => {
    database = openDatabase(stack.databaseUrl);
  });

  afterAll(() => database.close());

  it('signs up and in by the number, and verifies it with six digits', async () => {
    const signedUp = await account('signUp', { phone: asDialled, password: PASSWORD, displayName: 'Siti' });
    expect(signedUp.__typename).toBe('SignUpSuccess');
    siti = await enter(PASSWORD);
    expect(await account('verifyPhone', { code: await digitsSent('verify') }, siti)).toMatchObject({
      __typename: 'VerifyPhoneSuccess',
    });
    const { me } = await ask<{ me: object }>('{ me { email phone isPhoneVerified } }', {}, siti);
    expect(me).toEqual({ email: null, phone, isPhoneVerified: true });
  });

  it('files a report and finds it again; no message says anything of it', async () => {
    const report = await filed(siti);
    await eventually(async () => {
      const { me } = await ask<{ me: { reports: { nodes: { id: string }[] } } }>(
        '{ me { reports(first: 5) { nodes { id } } } }',
        {},
        siti,
      );
      expect(me.reports.nodes).toEqual([{ id: report.id }]);
    });
    for (const { text } of await sent()) expect(text).not.toContain(report.trackingId);
  });

  it('forgets the password, and gets another one by the number', async () => {
    await account('requestPasswordReset', { phone });
    const reset = { phone, code: await digitsSent('new password'), newPassword: NEW_PASSWORD };
    expect(await account('resetPassword', reset)).toMatchObject({ __typename: 'ResetPasswordSuccess' });
    expect(await account('signIn', { phone, password: PASSWORD })).toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
    siti = await enter(NEW_PASSWORD);
  });

  it('leaves the number as it is in no table of any schema, and in no event', async () => {
    const tables = await database.rows<{ name: string }>(TABLES);
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['users.account', 'event_log.event', 'reports.report']),
    );
    for (const { name } of tables) {
      // Long enough not to be there by chance, short enough to be found in every way of writing without spaces.
      const found = await database.count(
        `select count(*) from ${name} as t where t::text like '%' || $1 || '%'`,
        [phone.slice(3)],
      );
      expect([name, found]).toEqual([name, 0]);
    }
  });

  it('leaves it in no log', async () => {
    const folder = join(stack.dataFolder, 'log');
    const logs = await readdir(folder);
    expect(logs).toEqual(expect.arrayContaining(['gateway.log', 'users.log']));
    for (const name of logs) {
      expect([name, (await readFile(join(folder, name), 'utf8')).includes(phone.slice(3))]).toEqual([
        name,
        false,
      ]);
    }
  });

  it('is gone with the account', async () => {
    const proof = { password: NEW_PASSWORD };
    const erased = await account('eraseAccount', { proof, confirm: true }, siti);
    expect(erased.__typename).toBe('EraseAccountSuccess');
    expect(await account('signIn', { phone, password: NEW_PASSWORD })).toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
  });

  async function enter(password: string): Promise<Asker> {
    const { accessToken = '' } = await account('signIn', { phone: asDialled, password });
    return { token: accessToken };
  }

  /** What went to the number; in development it goes into a folder. */
  async function sent(): Promise<readonly { readonly to: string; readonly text: string }[]> {
    const folder = join(stack.dataFolder, 'text-messages');
    const names = await readdir(folder);
    const files = await Promise.all(
      names.map(
        async (name) =>
          JSON.parse(await readFile(join(folder, name), 'utf8')) as { to: string; text: string },
      ),
    );
    return files.filter(({ to }) => to === phone);
  }

  function digitsSent(purpose: string): Promise<string> {
    return eventually(async () => {
      const message = (await sent()).find(({ text }) => text.includes(purpose));
      const digits = /\b\d{6}\b/.exec(message?.text ?? '')?.[0];
      if (digits === undefined) throw new Error('No digits were sent yet.');
      return digits;
    });
  }
});
