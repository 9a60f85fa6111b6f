import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Database, openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { ask, request } from '../support/graph.js';
import { keys } from '../support/keys-command.js';
import { Listener } from '../support/listen.js';
import { signIn } from '../support/people.js';
import { type Filed, filed } from '../support/reports.js';
import { stack } from '../support/stack.js';
import { account, arrive } from '../support/staff.js';

// Each command is two processes, which take seconds where all do something at once.
jest.setTimeout(60_000);

const ME = '{ me { id } }';

/** A session as its client keeps it. */
interface Kept {
  readonly token: string;
  readonly refreshToken: string;
}

let database: Database;
let report: Filed;
let before: Kept;
let after: Kept;

beforeAll(async () => {
  database = openDatabase(stack.databaseUrl);
  const { session, refreshToken } = await arrive();
  before = { token: session?.token ?? '', refreshToken };
  report = await filed(session);
});
afterAll(() => database.close());

describe('A new signing key', () => {
  it('is published at once and signs later; the house goes on with the old one', async () => {
    expect(await keys('rotate')).toMatch(/^[\da-f-]{36} is published and signs from /);
    expect(statesIn(await keys('list')).slice(-2)).toEqual(['SIGNING', 'UPCOMING']);
    expect(await publishedAt(stack.urls.users)).toHaveLength(2);
    await expect(keys('rotate')).rejects.toThrow('is waiting for its turn already');
    const { session } = await arrive();
    expect(kidOf(session?.token ?? '')).toBe(kidOf(before.token));
  });

  it('signs when its time has come, and what the old one signed goes on to hold', async () => {
    await letTwoMinutesPass();
    after = await refreshed(before);
    expect(kidOf(after.token)).not.toBe(kidOf(before.token));
    expect(await statusOf(after.token)).toBe(200);
    expect(await statusOf(before.token)).toBe(200);
    expect(statesIn(await keys('list')).slice(-2)).toEqual(['VERIFYING', 'SIGNING']);
  });
});

describe('A signing key that was stolen', () => {
  it('is revoked; within a second its tokens are worth what those of ended sessions are, and its sockets are closed', async () => {
    const listener = Listener.open(
      'subscription ($id: ID!) { reportChanged(trackingId: $id) { cursor } }',
      { id: report.trackingId },
      after,
    );
    await listener.listening(report);
    const ended = (await arrive()).session;
    await ask('mutation { endAllSessions(input: {}) { __typename } }', {}, ended);

    expect(await keys('revoke', kidOf(after.token), '--reason', 'laptop dicuri')).toContain('is revoked');
    await Promise.all([
      eventually(async () => expect(await statusOf(after.token)).toBe(401), 1_000),
      eventually(async () => expect(await statusOf(ended?.token ?? '')).toBe(401), 1_000),
      eventually(() => {
        expect(listener.errors.map(String).join()).toContain('4403');
        return Promise.resolve();
      }, 1_000),
    ]);
    expect((await request(ME, {}, after)).errors).toEqual((await request(ME, {}, ended)).errors);
    expect(listener.events).toEqual([]);
    await listener.close();
  });

  it('leaves sessions alone: who refreshes has a token of another key, which works at once', async () => {
    const again = await refreshed(after);
    expect(await statusOf(again.token)).toBe(200);
    expect([kidOf(before.token), kidOf(after.token)]).not.toContain(kidOf(again.token));
    // Nothing is known against the one before it.
    expect(await statusOf(before.token)).toBe(200);
  });

  it('is published nowhere any more', async () => {
    for (const url of [stack.urls.users, stack.gatewayUrl])
      expect(await publishedAt(url)).not.toContain(kidOf(after.token));
    await expect(keys('revoke', kidOf(after.token))).rejects.toThrow('was revoked before');
  });

  it('is in the audit log, for those who read about the country and for nobody else', async () => {
    const national = await signIn('nasional@demo.test');
    const read = async (asker: { readonly token: string }) =>
      (
        await ask<{ auditTrail: { nodes: readonly object[] } }>(
          `query ($kid: ID!) { auditTrail(filter: { subjectId: $kid }, first: 10) {
             nodes { action outcome isDayOnly actor { kind officer { id } } subject { kind id } } } }`,
          { kid: kidOf(after.token) },
          asker,
        )
      ).auditTrail.nodes;
    const entry = {
      outcome: 'ACCEPTED',
      isDayOnly: false,
      actor: { kind: 'OPERATOR', officer: null },
      subject: { kind: 'SIGNING_KEY', id: kidOf(after.token) },
    };
    await eventually(async () => {
      expect(await read(national)).toEqual([
        { action: 'revokeSigningKey', ...entry },
        { action: 'rotateSigningKey', ...entry },
      ]);
    });
    expect(await read(await signIn('koordinator.bandung@demo.test'))).toEqual([]);
  });
});

async function refreshed({ refreshToken }: Kept): Promise<Kept> {
  const { accessToken: token = '', refreshToken: next = '' } = await account('refreshSession', {
    refreshToken,
  });
  return { token, refreshToken: next };
}

async function statusOf(token: string): Promise<number> {
  return (await request(ME, {}, { token })).status;
}

function kidOf(token: string): string {
  const [header = ''] = token.split('.');
  return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid;
}

/** Ids of the keys that a process publishes. */
async function publishedAt(url: string): Promise<readonly string[]> {
  const response = await fetch(new URL('/.well-known/jwks.json', url));
  return ((await response.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
}

/** The fourth column of the table, without its heading. */
function statesIn(table: string): readonly (string | undefined)[] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.split(/ {2,}/)[3]);
}

/** The turn of the waiting key comes now, instead of after the time in which verifiers get to know it. */
async function letTwoMinutesPass(): Promise<void> {
  await database.rows(`
    do $$ begin
      update users.signing_key set retired_at = now() where retired_at > now();
      update users.signing_key set signs_from = now() where signs_from > now();
    end $$`);
}
