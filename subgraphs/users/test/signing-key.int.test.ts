import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@satu-pintu/audit';
import { createDataSource, createLogger, violatedConstraint } from '@satu-pintu/service-kit';
import { MovableClock, type TestDatabase } from '@satu-pintu/test-kit';
import type { DataSource } from 'typeorm';
import { USERS_ENTITIES } from '../src/persistence/entities.js';
import { RotateSigningKeys1764052100000 } from '../src/persistence/migrations/1764052100000-rotate-signing-keys.js';
import { findRevocations, forgetOldRevocations } from '../src/revocation/revocations.store.js';
import { KeyPairs } from '../src/signing-key/key-pairs.js';
import { RevokeSigningKeyCommand } from '../src/signing-key/revoke-signing-key.command.js';
import { RotateSigningKeyCommand } from '../src/signing-key/rotate-signing-key.command.js';
import { keepKeys } from '../src/signing-key/signing-key.job.js';
import { AFTERLIFE_MS, NOTICE_MS } from '../src/signing-key/signing-key.rules.js';
import { SigningKeys } from '../src/signing-key/signing-keys.js';
import { runKeys } from './support/keys-command.js';
import { someSecrets, usersDatabase } from './support/running-users.js';

const START = '2026-03-02T02:00:00Z';
const DAY_HOURS = 24;
const { signingKeySecret } = someSecrets();
const logger = createLogger('users', 'silent');
const clock = new MovableClock(START);

/** Connections, commands and readings of one process. */
class Process {
  readonly keys: SigningKeys;
  readonly rotate: RotateSigningKeyCommand;
  readonly revoke: RevokeSigningKeyCommand;

  constructor(
    readonly database: DataSource,
    secret = signingKeySecret,
  ) {
    const pairs = new KeyPairs(secret);
    this.keys = new SigningKeys(database, pairs, clock);
    this.rotate = new RotateSigningKeyCommand(database, pairs, clock);
    this.revoke = new RevokeSigningKeyCommand(database, pairs, clock);
  }

  upkeep(): Promise<void> {
    return keepKeys({ database: this.database, rotate: this.rotate, maxAgeDays: 90, clock, logger });
  }
}

let database: TestDatabase;
let one: Process;
let other: Process;

beforeAll(async () => {
  database = await usersDatabase();
  const open = () =>
    createDataSource({
      url: database.appUrl('users'),
      schema: 'users',
      entities: USERS_ENTITIES,
    }).initialize();
  one = new Process(await open());
  other = new Process(await open());
});

afterAll(async () => {
  await one.database.destroy();
  await other.database.destroy();
  await database.drop();
});

beforeEach(async () => {
  clock.set(START);
  await one.database.query('delete from signing_key');
  await one.database.query('delete from revocation');
});

const openAsOwner = (): Promise<DataSource> =>
  createDataSource({ url: database.ownerUrl('users'), schema: 'users', entities: [] }).initialize();
const pass = (ms: number): void => clock.set(new Date(clock.now().getTime() + ms));

async function published(): Promise<readonly (string | undefined)[]> {
  return (await one.keys.publicKeys()).keys.map(({ kid }) => kid);
}

async function privateHalves(): Promise<readonly string[]> {
  const rows = await one.database.query<{ kid: string }[]>(
    'select kid from signing_key where sealed_private_jwk is not null order by created_at',
  );
  return rows.map(({ kid }) => kid);
}

async function signingKid(): Promise<string> {
  const kids = await Promise.all([one, other].map(async ({ keys }) => (await keys.current()).kid));
  expect(kids[0]).toBe(kids[1]);
  return kids[0] ?? '';
}

async function auditedDuring(work: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
  const rows = (): Promise<{ payload: AuditEntry }[]> =>
    one.database.query(`select payload from outbox where type = 'audit.recorded' order by seq`);
  const before = (await rows()).length;
  await work();
  return (await rows()).slice(before).map(({ payload }) => payload);
}

describe('the signing keys', () => {
  it('are made once, also when several processes start at once, and lie encrypted', async () => {
    const starts = Array.from({ length: 6 }, (_, index) => (index % 2 ? one : other).keys.current());
    expect(new Set((await Promise.all(starts)).map(({ kid }) => kid)).size).toBe(1);
    const rows = await one.database.query<{ row: string }[]>(
      'select row_to_json(k)::text as row from signing_key k',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain('"d"');
  });

  it('do not open with another secret, and nobody makes one that the others could not open', async () => {
    const { kid } = await one.keys.current();
    const stranger = new Process(one.database, someSecrets().signingKeySecret);
    const complaint = 'does not open with SIGNING_KEY_SECRET';
    await expect(stranger.keys.current()).rejects.toThrow(complaint);
    await expect(stranger.rotate.execute('OPERATOR')).rejects.toThrow(complaint);
    await expect(stranger.revoke.execute({ kid, reason: null }, 'OPERATOR')).rejects.toThrow(complaint);
    expect(await published()).toEqual([kid]);
  });

  it('cannot sign at the same time, whoever writes them', async () => {
    await one.keys.current();
    const second = one.database.query(`
      insert into signing_key (kid, public_jwk, sealed_private_jwk, created_at, signs_from)
      values ('second', '{}', 'sealed', now(), now())`);
    await expect(second.catch((error: unknown) => Promise.reject(asError(error)))).rejects.toThrow(
      'signing_keys_take_turns',
    );
  });
});

describe('the migration', () => {
  it('lets the key of before sign on, and goes back to it from whatever has happened', async () => {
    await signingKid();
    await one.rotate.execute('OPERATOR');
    pass(NOTICE_MS + 60_000);
    await one.upkeep();
    const kid = await signingKid();
    const owner = await openAsOwner();
    const runner = owner.createQueryRunner();
    const migration = new RotateSigningKeys1764052100000();
    await migration.down(runner);
    expect(await owner.query('select kid, retired_at from signing_key')).toEqual([{ kid, retired_at: null }]);
    await migration.up(runner);
    await owner.destroy();
    expect(await signingKid()).toBe(kid);
    expect(await published()).toEqual([kid]);
  });
});

describe('a rotation', () => {
  it('is done once when two processes ask at the same instant, and the new key signs after its notice', async () => {
    const old = await signingKid();
    const outcomes = await Promise.all([one.rotate.execute('OPERATOR'), other.rotate.execute('OPERATOR')]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [young = ''] = await published();
    expect(await published()).toEqual([young, old]);
    expect(await signingKid()).toBe(old);
    pass(NOTICE_MS - 1);
    expect(await signingKid()).toBe(old);
    pass(1);
    expect(await signingKid()).toBe(young);
  });

  it('ends with the old key: first its private half, then its publication', async () => {
    const old = await signingKid();
    await one.rotate.execute('OPERATOR');
    await one.upkeep();
    expect(await privateHalves()).toHaveLength(2);
    pass(NOTICE_MS + 60_000);
    const young = await signingKid();
    await one.upkeep();
    expect(await privateHalves()).toEqual([young]);
    pass(AFTERLIFE_MS - 60_001);
    expect(await published()).toEqual([young, old]);
    pass(1);
    expect(await published()).toEqual([young]);
  });

  it('happens by itself when the key is 90 days old, once among processes that look at the same instant', async () => {
    const old = await signingKid();
    clock.advanceHours(90 * DAY_HOURS - 1);
    await one.upkeep();
    expect(await published()).toEqual([old]);
    clock.advanceHours(1);
    const entries = await auditedDuring(() =>
      Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 ? one : other).upkeep())),
    );
    const [young = ''] = await published();
    expect(await published()).toEqual([young, old]);
    expect(entries).toEqual([
      expect.objectContaining({
        action: 'rotateSigningKey',
        outcome: 'ACCEPTED',
        actor: { kind: 'PLATFORM' },
        subject: { kind: 'SIGNING_KEY', id: young },
        agencyIds: [],
        at: clock.now().toISOString(),
        isDayOnly: false,
      }),
    ]);
  });
});

describe('a revocation', () => {
  const lost = { reason: 'laptop dicuri' } as const;

  it('takes the key out at once, with its private half, tells gateways, and another one signs', async () => {
    const kid = await signingKid();
    const entries = await auditedDuring(() => one.revoke.execute({ kid, ...lost }, 'OPERATOR'));
    const next = await signingKid();
    expect(next).not.toBe(kid);
    expect(await published()).toEqual([next]);
    expect(await privateHalves()).toEqual([next]);
    expect(await findRevocations(other.database, 0)).toEqual([
      expect.objectContaining({ kid, sessionId: null, accountId: null }),
    ]);
    expect(entries.map(({ action, actor, subject }) => [action, actor.kind, subject?.id])).toEqual([
      ['revokeSigningKey', 'OPERATOR', kid],
      ['makeSigningKey', 'OPERATOR', next],
    ]);
    // The words of the operator stay here; the log holds none.
    expect(JSON.stringify(entries)).not.toContain('laptop');
  });

  it('is told to gateways that come back after whatever time, unlike the end of a session', async () => {
    await one.database.query(`
      insert into revocation (kid, account_id, at)
      values ('long-ago', null, now() - interval '1 year'), (null, gen_random_uuid(), now() - interval '1 year')`);
    await forgetOldRevocations(one.database);
    expect(await findRevocations(other.database, 0)).toEqual([expect.objectContaining({ kid: 'long-ago' })]);
    const left = await one.database.query<object[]>('select from revocation');
    expect(left).toHaveLength(1);
  });

  it('lets the key that waits sign at once, which verifiers have seen', async () => {
    const kid = await signingKid();
    await one.rotate.execute('OPERATOR');
    const [waiting = ''] = await published();
    await other.revoke.execute({ kid, reason: null }, 'OPERATOR');
    expect(await signingKid()).toBe(waiting);
    expect(await published()).toEqual([waiting]);
  });

  it('of the key that waits leaves the other one signing for as long as it takes', async () => {
    const kid = await signingKid();
    await one.rotate.execute('OPERATOR');
    const [waiting = ''] = await published();
    await one.revoke.execute({ kid: waiting, reason: null }, 'OPERATOR');
    pass(2 * NOTICE_MS);
    await one.upkeep();
    expect(await signingKid()).toBe(kid);
    expect(await published()).toEqual([kid]);
  });

  it('meets a rotation in the same instant, and one key signs afterwards all the same', async () => {
    const kid = await signingKid();
    await Promise.all([
      one.rotate.execute('OPERATOR'),
      other.revoke.execute({ kid, reason: null }, 'OPERATOR'),
    ]);
    const kids = [await signingKid()];
    pass(NOTICE_MS);
    kids.push(await signingKid());
    expect(kids).not.toContain(kid);
  });

  it('does not happen when it cannot be written down', async () => {
    const kid = await signingKid();
    const owner = await openAsOwner();
    try {
      await owner.query(`
        create function tear() returns trigger language plpgsql as $$ begin raise exception 'torn'; end $$;
        create trigger tear before insert on outbox for each row execute function tear()`);
      await expect(one.revoke.execute({ kid, reason: null }, 'OPERATOR')).rejects.toThrow('torn');
      await expect(one.rotate.execute('OPERATOR')).rejects.toThrow('torn');
    } finally {
      await owner.query('drop trigger tear on outbox; drop function tear()');
      await owner.destroy();
    }
    expect(await published()).toEqual([kid]);
    expect(await findRevocations(one.database, 0)).toEqual([]);
  });
});

// Each call is a process of its own, which takes a second, and several where all do something at once.
describe('npm run keys', () => {
  const keys = (...typed: readonly string[]) =>
    runKeys({ databaseUrl: database.appUrl('users'), signingKeySecret }, ...typed);

  it('lists, rotates and revokes, and says what it did', async () => {
    expect(await keys('list')).toMatchObject({ code: 0, said: 'No key yet; the first start makes one.' });
    clock.set(new Date());
    const old = await signingKid();
    const [first, second] = await Promise.all([keys('rotate'), keys('rotate')]);
    const [done, late] = first.code === 0 ? [first, second] : [second, first];
    const young = done.said.split(' ')[0] ?? '';
    expect(done.said).toMatch(
      /^[\da-f-]{36} is published and signs from \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$/,
    );
    expect(late).toMatchObject({ code: 1, said: '' });
    expect(late.complained).toContain(`${young} is waiting for its turn already`);

    expect(await keys('revoke', old, '--reason', 'laptop dicuri')).toEqual({
      code: 0,
      said: `${old} is revoked: nothing that it signed holds, and clients refresh their sessions.\n${young} signs.`,
      complained: '',
    });
    const { code, said } = await keys('list');
    const [heading, ...lines] = said.split('\n').map((line) => line.split(/ {2,}/));
    expect(code).toBe(0);
    expect(heading).toEqual(['kid', 'since', 'signs from', 'state', 'until']);
    expect(lines.map(([kid, , , state, , reason]) => [kid, state, reason])).toEqual([
      [old, 'REVOKED', 'laptop dicuri'],
      [young, 'SIGNING', undefined],
    ]);
  }, 60_000);

  it('refuses what it cannot do with a sentence and code 1, and what it cannot read with code 2', async () => {
    clock.set(new Date());
    const kid = await signingKid();
    await one.revoke.execute({ kid, reason: null }, 'OPERATOR');
    expect(await keys('revoke', kid)).toMatchObject({
      code: 1,
      complained: expect.stringContaining(`${kid} was revoked before, at `),
    });
    expect(await keys('revoke', 'k')).toMatchObject({
      code: 1,
      complained: 'No key has the kid "k"; "npm run keys -- list" shows them all.',
    });
    expect(await keys('revoke')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('revoke needs the kid of a key.'),
    });
    const wrongSecret = await runKeys(
      { databaseUrl: database.appUrl('users'), signingKeySecret: someSecrets().signingKeySecret },
      'rotate',
    );
    expect(wrongSecret).toEqual({
      code: 1,
      said: '',
      complained: 'The stored signing key does not open with SIGNING_KEY_SECRET.',
    });
    const elsewhere = database.appUrl('users').replace(/\/[^/]+$/, '/no_such_house');
    expect(await runKeys({ databaseUrl: elsewhere, signingKeySecret }, 'list')).toMatchObject({
      code: 1,
      complained: 'No house has been started on this server yet.',
    });
  }, 60_000);
});

function asError(error: unknown): Error {
  return new Error(violatedConstraint(error) ?? String(error));
}
