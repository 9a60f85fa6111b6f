import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@satu-pintu/audit';
import type { Appointment, Viewer } from '@satu-pintu/domain-kit';
import { createSealer } from '@satu-pintu/service-kit';
import { everyMutation, type SomeMutation } from '@satu-pintu/test-kit';
import pg from 'pg';
import { printSchema } from '../src/schema.js';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers, signedIn } from './support/running-users.js';
import { arrive, enter, signIn, signUp, type Tokens } from './support/sign-in.js';

const officer: Appointment = { officerId: randomUUID(), agencyId: randomUUID(), role: 'LIAISON_OFFICER' };

let users: RunningUsersTest;
let owner: pg.Pool;
let siti: { readonly viewer: Viewer; readonly accountId: string; readonly tokens: Tokens };

beforeAll(async () => {
  users = await runUsers();
  owner = new pg.Pool({
    connectionString: users.database.ownerUrl('users'),
    max: 1,
    options: '-c search_path=users,public',
  });
  siti = await arrive(users, 'siti@contoh.test');
});

afterAll(async () => {
  await owner.end();
  await users.close();
});

describe('every mutation', () => {
  const fitting: Readonly<Record<string, object>> = {
    signUp: { email: 'baru@contoh.test' },
    signIn: { email: 'baru@contoh.test' },
    requestPasswordReset: { email: 'baru@contoh.test' },
    changePhone: { phone: '081234567890' },
  };

  it.each(everyMutation(printSchema()))('$name leaves one entry, whatever comes of it', async (mutation) => {
    const { viewer } = await enter(users, 'siti@contoh.test');
    const entries = await auditedDuring(() => send(mutation, viewer, fitting[mutation.name]));
    expect(entries.map(({ action }) => action)).toEqual([mutation.name]);
  });

  async function send({ document, input }: SomeMutation, viewer: Viewer, fits: object = {}): Promise<void> {
    const { errors } = await users.ask(document, { input: { ...input, ...fits } }, viewer);
    expect(errors).toEqual([]);
  }
});

describe('signing in', () => {
  it('is written down with what came of it, and tells no address from another day', async () => {
    const entries = await auditedDuring(async () => {
      await signIn(users, 'siti@contoh.test', 'salah sama sekali');
      await signIn(users, 'siti@contoh.test');
      await signIn(users, 'tidak.ada@contoh.test');
    });
    expect(
      entries.map(({ outcome, code, subject, agencyIds }) => [outcome, code, subject, agencyIds]),
    ).toEqual([
      ['REFUSED', 'InvalidCredentials', null, []],
      ['ACCEPTED', null, null, []],
      ['REFUSED', 'InvalidCredentials', null, []],
    ]);
    const [wrong, right, unknown] = entries.map(hashIn);
    expect(right).toBe(wrong);
    expect(unknown).not.toBe(right);
    users.clock.advanceHours(24);
    const [tomorrow] = (await auditedDuring(() => signIn(users, 'siti@contoh.test'))).map(hashIn);
    expect(tomorrow).not.toBe(right);
  });

  it('too often is written down too', async () => {
    const entries = await auditedDuring(async () => {
      for (let attempt = 0; attempt < 6; attempt += 1) await signIn(users, 'sering@contoh.test');
    });
    expect(entries.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 5 }, () => 'InvalidCredentials'),
      'TooManyAttempts',
    ]);
  });

  it('leaves nothing by which an account could be found', async () => {
    const { rows } = await owner.query<{ text: string }>(
      `select payload::text as text from outbox where type = 'audit.recorded'`,
    );
    const hash = createHash('sha256').update(siti.accountId).digest('base64url');
    for (const { text } of rows)
      for (const trace of [siti.accountId, 'contoh.test', 'Siti', hash]) expect(text).not.toContain(trace);
  });

  it('says of an address that is taken the same as of a new one', async () => {
    const entries = await auditedDuring(async () => {
      await signUp(users, 'siti@contoh.test');
      await signUp(users, 'lain@contoh.test');
    });
    const [taken, fresh] = entries.map(({ actor: { kind }, ...rest }) => ({ ...rest, kind }));
    expect(taken).toEqual(fresh);
  });

  it('does not happen when it cannot be written down', async () => {
    await whileTorn(async () => {
      const { data, errors } = await signIn(users, 'siti@contoh.test');
      expect(data?.signIn).toBeUndefined();
      expect(errors).toHaveLength(1);
    });
  });
});

describe('a post that is taken up', () => {
  it('is the post from then on, and not who took it up', async () => {
    const code = 'kode-yang-hanya-sekali';
    await publish(users.database, 'agencies', {
      type: 'officer.appointed',
      aggregateId: officer.officerId,
      version: 1,
      payload: {
        id: officer.officerId,
        agencyId: officer.agencyId,
        role: officer.role,
        isActive: true,
        accountId: null,
        invitation: {
          codeHash: createHash('sha256').update(code).digest('base64url'),
          expiresAt: new Date(users.clock.now().getTime() + 86_400_000).toISOString(),
        },
      },
    });
    await eventually(async () => {
      const { rowCount } = await owner.query('select from appointment where officer_id = $1', [
        officer.officerId,
      ]);
      expect(rowCount).toBe(1);
    });
    const { viewer } = await enter(users, 'siti@contoh.test');
    const entries = await auditedDuring(() =>
      users.ask(
        'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }',
        { input: { code } },
        viewer,
      ),
    );
    expect(entries).toMatchObject([
      {
        action: 'acceptInvitation',
        outcome: 'ACCEPTED',
        actor: { kind: 'OFFICER', ...officer },
        subject: { kind: 'OFFICER', id: officer.officerId },
        agencyIds: [officer.agencyId],
      },
    ]);
  });
});

describe("a reporter's name", () => {
  const reader = signedIn(randomUUID(), randomUUID(), [officer]);
  const reportIds = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    const seal = createSealer<{ accountId: string }>(users.config.secrets.vaultSealKey, 'reporter-seal');
    for (const reportId of reportIds) {
      const reporterSeal = seal.seal({ accountId: siti.accountId });
      const payload = { reportId, submittedAt: '2026-03-01T01:00:00.000Z', reporterSeal };
      await publish(users.database, 'reports', {
        type: 'report.submitted',
        aggregateId: reportId,
        version: 1,
        payload,
      });
    }
    await eventually(async () => {
      const { rowCount } = await owner.query('select from vault_link where report_id = any($1)', [reportIds]);
      expect(rowCount).toBe(2);
    });
  });

  it('leaves an entry for each report, in the transaction of the receipts', async () => {
    const entries = await auditedDuring(async () => {
      expect(await namesRead(reader)).toEqual(['Siti Aminah', 'Siti Aminah']);
    });
    expect(entries.map(({ subject }) => subject?.id).sort()).toEqual([...reportIds].sort());
    for (const entry of entries)
      expect(entry).toMatchObject({
        action: 'readReporterName',
        outcome: 'READ',
        actor: { kind: 'OFFICER', ...officer },
        agencyIds: [officer.agencyId],
      });
  });

  it('leaves none when it is the own', async () => {
    expect(await auditedDuring(() => namesRead(siti.viewer))).toEqual([]);
  });

  it('is not told when it cannot be written down, and no receipt is left', async () => {
    const before = await owner.query('select from access_receipt');
    await whileTorn(async () => {
      expect(await namesRead(reader)).toEqual([undefined, undefined]);
    });
    expect((await owner.query('select from access_receipt')).rowCount).toBe(before.rowCount);
  });

  async function namesRead(viewer: Viewer): Promise<readonly unknown[]> {
    const exp = users.clock.now().getTime() + 60_000;
    const sealer = createSealer(users.config.secrets.handleKey, 'reporter-handle');
    const handles = reportIds.map((reportId) => ({
      __typename: 'Reporter',
      handle: sealer.seal({ reportId, tag: viewer.tag, exp, isOwn: false }),
    }));
    const { data } = await users.ask(
      'query ($handles: [_Any!]!) { _entities(representations: $handles) { ... on Reporter { displayName } } }',
      { handles },
      viewer,
    );
    const found = (data?._entities ?? [null, null]) as ({ displayName?: string | null } | null)[];
    return found.map((reporter) => reporter?.displayName ?? undefined);
  }
});

function hashIn({ actor }: AuditEntry): string {
  if (actor.kind !== 'ACCOUNT') throw new Error(`This is ${actor.kind}.`);
  return actor.hash;
}

async function auditedDuring(work: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
  const last = await owner.query<{ seq: string }>('select coalesce(max(seq), 0) as seq from outbox');
  await work();
  const { rows } = await owner.query<{ payload: AuditEntry }>(
    `select payload from outbox where type = 'audit.recorded' and seq > $1 order by seq`,
    [last.rows[0]?.seq],
  );
  return rows.map(({ payload }) => payload);
}

/** The outbox takes no entry of the audit log. */
async function whileTorn(work: () => Promise<void>): Promise<void> {
  await owner.query(`
    create function tear() returns trigger language plpgsql as $$ begin raise exception 'torn'; end $$;
    create trigger tear before insert on outbox for each row when (new.type = 'audit.recorded')
      execute function tear()`);
  try {
    await work();
  } finally {
    await owner.query('drop trigger tear on outbox; drop function tear()');
  }
}
