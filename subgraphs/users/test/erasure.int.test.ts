import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { createDataSource, createSealer } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { Vault } from '../src/vault/vault.js';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers, signedIn } from './support/running-users.js';
import { arrive, enter, signIn, signUp } from './support/sign-in.js';

const PASSWORD = 'kata sandi yang panjang';

interface Person {
  readonly viewer: Viewer;
  readonly accountId: string;
}

interface Erased {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly posts?: readonly { readonly id: string }[];
  readonly erased?: readonly { readonly kind: string; readonly count: number; readonly text: string }[];
  readonly kept?: readonly { readonly kind: string; readonly count: number; readonly legalBasis: string }[];
}

const ERASE = /* GraphQL */ `
  mutation ($input: EraseAccountInput!) {
    eraseAccount(input: $input) {
      __typename
      ... on EraseAccountSuccess {
        erasedAt
        erased {
          kind
          count
          text
        }
        kept {
          kind
          count
          text
          reason
          legalBasis
        }
      }
      ... on Problem {
        code
        message
      }
      ... on InvalidInput {
        field
      }
      ... on PostStillHeld {
        posts {
          id
        }
      }
    }
  }
`;

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

async function erase(viewer: Viewer, password = PASSWORD, confirm = true): Promise<Erased> {
  const { data, errors } = await users.ask(ERASE, { input: { proof: { password }, confirm } }, viewer);
  expect(errors).toEqual([]);
  return data?.eraseAccount as Erased;
}

/** Tells of a report that somebody filed, as reports does, and waits until it is known here. */
async function filed({ accountId }: Person): Promise<string> {
  const reportId = randomUUID();
  await publish(users.database, 'reports', submission(reportId, accountId));
  await eventually(async () => {
    expect(await app.query('select from vault_link where report_id = $1', [reportId])).toHaveLength(1);
  });
  return reportId;
}

function submission(reportId: string, accountId: string) {
  const seal = createSealer<{ accountId: string }>(users.config.secrets.vaultSealKey, 'reporter-seal');
  const payload = {
    reportId,
    trackingId: '5724000003',
    holderAgencyId: randomUUID(),
    isAnonymous: false,
    submittedAt: '2026-03-02T01:00:00.000Z',
    reporterSeal: seal.seal({ accountId }),
  };
  return { type: 'report.submitted', aggregateId: reportId, version: 1, payload };
}

/** An officer reads the name of whoever filed a report. */
async function nameRead(reportId: string): Promise<void> {
  const officer = signedIn(randomUUID(), randomUUID(), [
    { officerId: randomUUID(), agencyId: randomUUID(), role: 'LIAISON_OFFICER' },
  ]);
  const exp = users.clock.now().getTime() + 60_000;
  const claims = { reportId, tag: officer.tag, exp, isOwn: false };
  const handle = createSealer(users.config.secrets.handleKey, 'reporter-handle').seal(claims);
  const { data } = await users.ask(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Reporter { displayName } } }',
    { r: [{ __typename: 'Reporter', handle }] },
    officer,
  );
  expect(data).toMatchObject({ _entities: [{ displayName: expect.any(String) }] });
}

/** Appoints somebody, or ends it, and waits until it is known here. */
async function posted(officerId: string, version: number, isActive: boolean, accountId: string) {
  const payload = { id: officerId, agencyId: randomUUID(), role: 'LIAISON_OFFICER', isActive, accountId };
  await publish(users.database, 'agencies', {
    type: isActive ? 'officer.appointed' : 'officer.ended',
    aggregateId: officerId,
    version,
    payload,
  });
  await eventually(async () => {
    const known = 'select from appointment where officer_id = $1 and version = $2';
    expect(await app.query(known, [officerId, version])).toHaveLength(1);
  });
}

/** All rows of the schema as text, by table. */
async function everyRow(): Promise<ReadonlyMap<string, string>> {
  const tables = await app.query<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'users'`,
  );
  const dumps = tables.map(async ({ name }): Promise<[string, string]> => {
    const rows = await app.query<{ row: string }[]>(`select row_to_json(t)::text as row from "${name}" t`);
    return [name, rows.map(({ row }) => row).join('\n')];
  });
  return new Map(await Promise.all(dumps));
}

describe('an account that its owner erases', () => {
  it('is gone from every table, with all that led to the person', async () => {
    const siti = await arrive(users, 'siti.pergi@contoh.test', 'Siti yang pergi');
    await enter(users, 'siti.pergi@contoh.test');
    const reports = [await filed(siti), await filed(siti)];
    await nameRead(reports[0] ?? '');
    await nameRead(reports[1] ?? '');
    const post = randomUUID();
    await posted(post, 1, true, siti.accountId);
    await posted(post, 2, false, siti.accountId);

    const vault = new Vault(users.config.secrets.vaultKey);
    const hashes = [vault.hashAccountId(siti.accountId), ...vault.recipientsOf(siti.accountId)];
    const traces = [
      siti.accountId,
      'siti.pergi@contoh.test',
      'Siti yang pergi',
      ...hashes.map((hash) => hash.toString('hex')),
    ];
    const tracesIn = async (): Promise<readonly string[]> =>
      [...(await everyRow())]
        .filter(([, rows]) => traces.some((trace) => rows.includes(trace)))
        .map(([table]) => table)
        .toSorted();
    expect(await tracesIn()).toEqual([
      'access_receipt',
      'account',
      'appointment',
      'notification',
      'revocation',
      'session',
      'vault_link',
    ]);

    const outcome = await erase(siti.viewer);
    expect(outcome).toMatchObject({
      __typename: 'EraseAccountSuccess',
      erasedAt: users.clock.now().toISOString(),
      erased: [
        { kind: 'ACCOUNT', count: 1, text: expect.stringContaining('Akun Anda') },
        { kind: 'SESSIONS', count: 2 },
        { kind: 'REPORT_LINKS', count: 2 },
        { kind: 'NOTIFICATIONS', count: 2 },
      ],
      kept: [
        { kind: 'REPORTS', count: 2, legalBasis: 'UU 25/2009 Pasal 36; UU 43/2009' },
        { kind: 'ACCESS_RECEIPTS', count: 2 },
        { kind: 'POSTS', count: 1 },
        { kind: 'REVOCATION', count: 1 },
      ],
    });
    // Gateways have to hear of it; the number goes after 11 minutes.
    expect(await tracesIn()).toEqual(['revocation']);
  });

  it('leaves receipts of what officers read, which no longer say that they are about one person', async () => {
    const wati = await arrive(users, 'wati@contoh.test');
    const reports = [await filed(wati), await filed(wati)];
    for (const report of reports) await nameRead(report);
    await erase(wati.viewer);
    const rows = await app.query<{ hash: string }[]>(
      `select distinct encode(account_hash, 'hex') as hash from access_receipt where report_id = any($1)`,
      [reports],
    );
    expect(rows).toHaveLength(2);
    expect(rows.every(({ hash }) => hash.length === 64)).toBe(true);
  });

  it('answers nobody any more: no session, no token, no password', async () => {
    const first = await arrive(users, 'tutup@contoh.test');
    await erase(first.viewer);
    expect(await users.ask('{ me { id } }', {}, first.viewer)).toMatchObject({ data: { me: null } });
    expect(
      await users.ask(
        'mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { __typename } }',
        { t: first.tokens.refreshToken },
      ),
    ).toMatchObject({ data: { refreshSession: { __typename: 'SessionEnded' } } });
    expect(await signIn(users, 'tutup@contoh.test')).toMatchObject({
      data: { signIn: { __typename: 'InvalidCredentials' } },
    });
    const again = await users.ask(
      ERASE,
      { input: { proof: { password: PASSWORD }, confirm: true } },
      first.viewer,
    );
    expect(again.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('leaves its address to whoever signs up next, who gets nothing of it', async () => {
    const before = await arrive(users, 'ulang@contoh.test');
    await filed(before);
    await erase(before.viewer);
    await signUp(users, 'ulang@contoh.test');
    const after = await enter(users, 'ulang@contoh.test');
    expect(after.accountId).not.toBe(before.accountId);
    const { data } = await users.ask(
      '{ me { reports { nodes { id } } notifications { nodes { id } } accessReceipts { nodes { id } } } }',
      {},
      after.viewer,
    );
    const none = { nodes: [] };
    expect(data).toEqual({ me: { reports: none, notifications: none, accessReceipts: none } });
  });

  it('is not tied to a report of which the vault hears only later', async () => {
    const late = await arrive(users, 'terlambat@contoh.test');
    await erase(late.viewer);
    const other = await arrive(users, 'sesudahnya@contoh.test');
    const reportId = randomUUID();
    await publish(users.database, 'reports', submission(reportId, late.accountId));
    await filed(other);
    expect(await app.query('select from vault_link where report_id = $1', [reportId])).toEqual([]);
  });

  it('goes whole or not at all, however many reports come in at the same moment', async () => {
    const busy = await arrive(users, 'sibuk@contoh.test');
    const reports = Array.from({ length: 30 }, () => randomUUID());
    const publishing = publish(
      users.database,
      'reports',
      ...reports.map((reportId) => submission(reportId, busy.accountId)),
    );
    const [outcome] = await Promise.all([erase(busy.viewer), publishing]);
    expect(outcome.__typename).toBe('EraseAccountSuccess');
    await filed(await arrive(users, 'penutup@contoh.test'));
    const hash = new Vault(users.config.secrets.vaultKey).hashAccountId(busy.accountId);
    expect(await app.query('select from vault_link where account_hash = $1', [hash])).toEqual([]);
  });
});

describe('an account stays', () => {
  it('without the password, and after five wrong ones for a while', async () => {
    const { viewer } = await arrive(users, 'tetap@contoh.test');
    for (let round = 0; round < 5; round += 1) {
      expect(await erase(viewer, 'bukan kata sandinya')).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    }
    expect(await erase(viewer)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(await erase(viewer, '')).toMatchObject({ code: 'INVALID_INPUT', field: 'password' });
    expect(await users.ask('{ me { email } }', {}, viewer)).toMatchObject({
      data: { me: { email: 'tetap@contoh.test' } },
    });
  });

  it('unless it is confirmed', async () => {
    const { viewer } = await arrive(users, 'ragu@contoh.test');
    expect(await erase(viewer, PASSWORD, false)).toMatchObject({ code: 'INVALID_INPUT', field: 'confirm' });
  });

  it('while its owner holds a post', async () => {
    const officer = await arrive(users, 'menjabat@contoh.test');
    const post = randomUUID();
    await posted(post, 1, true, officer.accountId);
    expect(await erase(officer.viewer)).toMatchObject({ code: 'POST_STILL_HELD', posts: [{ id: post }] });
    await posted(post, 2, false, officer.accountId);
    expect(await erase(officer.viewer)).toMatchObject({ __typename: 'EraseAccountSuccess' });
  });

  it('for whoever is not signed in, or somebody else', async () => {
    const input = { proof: { password: PASSWORD }, confirm: true };
    const { accountId } = await arrive(users, 'korban@contoh.test');
    const { errors } = await users.ask(ERASE, { input }, publicViewer());
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const forged = await users.ask(ERASE, { input }, signedIn(accountId, randomUUID()));
    expect(forged.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('the tables', () => {
  /** What erasing does to the columns that lead to an account and are no foreign key to it. */
  const BY_HAND = [
    'access_receipt.account_hash: another value for each',
    'appointment.account_id: emptied, for an ended post',
    'mail.sealed_account_id: dropped when due, for there is nobody to write to',
    'notification.recipient: removed',
    'phone_code.phone_hash: goes with its account',
    'phone_code.sealed_phone: the same',
    'revocation.account_id: for 11 minutes',
    'text_message.account_hash: removed',
    'text_message.sealed_phone: the same',
    'vault_link.account_hash: removed',
    'vault_link.sealed_account_id: removed',
  ];

  it('have no column that leads to an account and is forgotten when it is erased', async () => {
    const leading = await app.query<{ name: string }[]>(`
      select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'users' and column_name ~ '(account|recipient|email|phone|person|user)'
         and table_name <> 'account'
       order by 1`);
    const cascading = await app.query<{ name: string }[]>(`
      select conrelid::regclass || '.' || attname as name
        from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
       where confrelid = 'account'::regclass and contype = 'f' and confdeltype = 'c'`);
    const handled = [...BY_HAND.map((line) => line.split(':')[0]), ...cascading.map(({ name }) => name)];
    expect(leading.map(({ name }) => name).filter((name) => !handled.includes(name))).toEqual([]);
    expect(
      BY_HAND.map((line) => line.split(':')[0] ?? '').filter(
        (name) => !leading.some((one) => one.name === name),
      ),
    ).toEqual([]);
  });

  it('let the service take persons out of receipts by the one function alone', async () => {
    await expect(app.query(`update access_receipt set account_hash = ''`)).rejects.toMatchObject({
      code: '42501',
    });
    const [granted] = await app.query<{ to: string[] }[]>(
      `select array_agg(distinct grantee::regrole::text order by grantee::regrole::text) as to
         from pg_proc, aclexplode(proacl) where proname = 'forget_receipts_of'`,
    );
    expect(granted?.to.map((role) => role.replace(/^.*users/, 'users'))).toEqual([
      'users_app',
      'users_owner',
    ]);
  });
});
