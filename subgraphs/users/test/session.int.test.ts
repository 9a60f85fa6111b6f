import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import { decodeJwt } from 'jose';
import pg from 'pg';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive, enrol, enter, entered, signUp, type Tokens } from './support/sign-in.js';

const REFRESH = /* GraphQL */ `
  mutation ($token: String!) {
    refreshSession(input: { refreshToken: $token }) {
      __typename
      ... on RefreshSessionSuccess {
        accessToken
        refreshToken
        expiresAt
        sessionExpiresAt
        secondFactor
      }
      ... on Problem {
        code
        message
      }
    }
  }
`;

const SIGN_OUT =
  'mutation ($token: String) { signOut(input: { refreshToken: $token }) { ... on SignOutSuccess { isSignedOut } } }';

const END =
  'mutation ($id: ID!) { endSession(input: { sessionId: $id }) { __typename ... on Problem { code } } }';
const END_ALL =
  'mutation ($keepCurrent: Boolean!) { endAllSessions(input: { keepCurrent: $keepCurrent }) { ... on EndAllSessionsSuccess { ended } } }';

let users: RunningUsersTest;

beforeAll(async () => {
  users = await runUsers();
});

afterAll(() => users.close());

async function refresh(token: string): Promise<Tokens & { readonly __typename: string }> {
  const { data } = await users.ask(REFRESH, { token });
  return data?.refreshSession as Tokens & { __typename: string };
}

describe('a session', () => {
  it('goes on with each new refresh token, under the same id', async () => {
    const { tokens, viewer } = await arrive(users, 'lanjut@contoh.test');
    const second = await refresh(tokens.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(third.__typename).toBe('RefreshSessionSuccess');
    expect(decodeJwt(third.accessToken)).toMatchObject({ sub: viewer.accountId, sid: viewer.sessionId });
    expect(new Set([tokens.refreshToken, second.refreshToken, third.refreshToken]).size).toBe(3);
  });

  it('ends for everybody when an old token comes back', async () => {
    const { tokens, viewer } = await arrive(users, 'curi@contoh.test');
    const second = await refresh(tokens.refreshToken);
    expect(await refresh(tokens.refreshToken)).toMatchObject({
      __typename: 'SessionEnded',
      code: 'SESSION_ENDED',
    });
    expect(await refresh(second.refreshToken)).toMatchObject({ __typename: 'SessionEnded' });
    expect(await users.ask('{ me { id } }', {}, viewer)).toMatchObject({ data: { me: null } });
  });

  it('lets one of many simultaneous uses of a token through, and then ends', async () => {
    const { tokens } = await arrive(users, 'serentak@contoh.test');
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => refresh(tokens.refreshToken)));
    const winners = outcomes.filter((outcome) => outcome.__typename === 'RefreshSessionSuccess');
    expect(winners).toHaveLength(1);
    expect(await refresh(winners[0]?.refreshToken ?? '')).toMatchObject({ __typename: 'SessionEnded' });
  });

  it('answers an unknown, a spent and an expired token alike', async () => {
    const spent = await arrive(users, 'sama@contoh.test');
    await refresh(spent.tokens.refreshToken);
    const late = await enter(users, 'sama@contoh.test');
    const now = users.clock.now();
    users.clock.advanceHours(24 * 30);
    const answers = [];
    for (const token of [
      spent.tokens.refreshToken,
      late.tokens.refreshToken,
      'x\0',
      randomBytes(32).toString('base64url'),
    ]) {
      answers.push(JSON.stringify(await users.ask(REFRESH, { token })));
    }
    users.clock.set(now);
    expect(answers[0]).toContain('SessionEnded');
    expect(new Set(answers).size).toBe(1);
  });

  it('ends with signing out, by its token or from within, and twice is no error', async () => {
    const byToken = await arrive(users, 'keluar@contoh.test');
    const within = await enter(users, 'keluar@contoh.test');
    const token = byToken.tokens.refreshToken;
    for (let round = 0; round < 2; round += 1) {
      expect(await users.ask(SIGN_OUT, { token })).toMatchObject({
        data: { signOut: { isSignedOut: true } },
      });
    }
    expect(await refresh(token)).toMatchObject({ __typename: 'SessionEnded' });
    expect(await users.ask('{ me { sessions { id isCurrent } } }', {}, within.viewer)).toMatchObject({
      data: { me: { sessions: [{ id: within.viewer.sessionId, isCurrent: true }] } },
    });
    await users.ask(SIGN_OUT, {}, within.viewer);
    expect(await users.ask('{ me { id } }', {}, within.viewer)).toMatchObject({ data: { me: null } });
    expect(await users.ask(SIGN_OUT, {}, publicViewer())).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('can be ended from another one, by its owner alone, and all at once', async () => {
    const first = await arrive(users, 'jauh@contoh.test');
    const second = await enter(users, 'jauh@contoh.test');
    const third = await enter(users, 'jauh@contoh.test');
    const stranger = await arrive(users, 'asing@contoh.test');
    const end = async (viewer: Viewer, id: string | null): Promise<unknown> =>
      (await users.ask(END, { id }, viewer)).data?.endSession;
    const { sessionId } = first.viewer;
    for (const id of ['', 'x', stranger.viewer.sessionId]) {
      expect(await end(second.viewer, id)).toMatchObject({ code: 'SESSION_NOT_FOUND' });
    }
    expect(await end(stranger.viewer, sessionId)).toMatchObject({ code: 'SESSION_NOT_FOUND' });
    expect(await end(second.viewer, sessionId)).toMatchObject({ __typename: 'EndSessionSuccess' });
    expect(await end(second.viewer, sessionId)).toMatchObject({ code: 'SESSION_NOT_FOUND' });
    expect(await refresh(first.tokens.refreshToken)).toMatchObject({ __typename: 'SessionEnded' });

    const all = (keepCurrent: boolean) => users.ask(END_ALL, { keepCurrent }, second.viewer);
    expect(await all(true)).toMatchObject({ data: { endAllSessions: { ended: 1 } } });
    expect(await users.ask('{ me { id } }', {}, third.viewer)).toMatchObject({ data: { me: null } });
    expect(await all(false)).toMatchObject({ data: { endAllSessions: { ended: 1 } } });
    expect(await users.ask('{ me { id } }', {}, second.viewer)).toMatchObject({ data: { me: null } });
    expect(await users.ask('{ me { id } }', {}, stranger.viewer)).toMatchObject({ data: { me: {} } });
  });

  it('keeps no refresh token in the database', async () => {
    const { tokens } = await arrive(users, 'sidik@contoh.test');
    const client = new pg.Client({ connectionString: users.config.databaseUrl });
    await client.connect();
    const { rows } = await client.query('select row_to_json(r)::text as row from users.refresh_token r');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    const dump = JSON.stringify(rows);
    expect(dump).not.toContain(tokens.refreshToken);
    expect(dump).not.toContain(Buffer.from(tokens.refreshToken, 'base64url').toString('hex'));
  });
});

describe('a session of staff', () => {
  it('knows its post from the event log, lives shorter, and loses the post when it ends', async () => {
    const email = 'petugas@contoh.test';
    await signUp(users, email);
    const citizen = await enter(users, email);
    const post = {
      officerId: stableId('officer', email),
      agencyId: stableId('agency', '32.73/1.03'),
      role: 'LIAISON_OFFICER',
    };
    const snapshot = {
      id: post.officerId,
      agencyId: post.agencyId,
      role: post.role,
      accountId: citizen.accountId,
    };
    const tell = (type: string, version: number, isActive: boolean): Promise<void> =>
      publish(users.database, 'agencies', {
        type,
        aggregateId: post.officerId,
        version,
        payload: { ...snapshot, isActive },
      });

    await tell('officer.appointed', 1, true);
    await eventually(async () => {
      const { data } = await users.ask('{ me { appointments { id } } }', {}, citizen.viewer);
      expect(data).toEqual({ me: { appointments: [{ id: post.officerId }] } });
    });

    const withoutFactor = await enter(users, email);
    expect(withoutFactor.tokens.secondFactor).toBe('MISSING');
    expect(withoutFactor.viewer.appointments).toEqual([]);
    await enrol(users, withoutFactor.viewer);
    const staff = entered(await refresh(withoutFactor.tokens.refreshToken));
    expect(staff.tokens.secondFactor).toBe('GIVEN');
    expect(decodeJwt(staff.tokens.accessToken).apt).toEqual([post]);
    expect(new Date(staff.tokens.expiresAt).getTime() - users.clock.now().getTime()).toBe(5 * 60_000);
    expect(new Date(staff.tokens.sessionExpiresAt).getTime() - users.clock.now().getTime()).toBe(30 * 60_000);

    await tell('officer.ended', 2, false);
    await eventually(async () => {
      const { data } = await users.ask('{ me { appointments { id } } }', {}, staff.viewer);
      expect(data).toEqual({ me: { appointments: [] } });
    });
    const next = await refresh(staff.tokens.refreshToken);
    expect(decodeJwt(next.accessToken).apt).toEqual([]);
  });
});
