import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import pg from 'pg';
import { codeIn, openPostOffice, type PostOffice } from './support/post-office.js';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive, codeOf, enrol, enter, PASSWORD, signIn, type Tokens } from './support/sign-in.js';

const NEW_PASSWORD = 'kata sandi yang baru sekali';
const WAITING = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
}

let post: PostOffice;
let users: RunningUsersTest;
/** Somebody who holds a row, so that a command stands still in the middle. */
let holder: pg.Client;
let observer: pg.Client;

beforeAll(async () => {
  post = await openPostOffice();
  users = await runUsers(post.config);
  [holder, observer] = [1, 2].map(
    () => new pg.Client({ connectionString: users.database.appUrl('users') }),
  ) as [pg.Client, pg.Client];
  await Promise.all([holder.connect(), observer.connect()]);
}, 60_000);

afterAll(async () => {
  await Promise.all([holder.end(), observer.end()]);
  await users.close();
  await post.close();
});

/** Waits until so many commands wait for a row that somebody else holds. */
function standingStill(commands: number): Promise<void> {
  return eventually(async () => {
    const { rows } = await observer.query<{ count: number }>(WAITING);
    expect(rows).toEqual([{ count: commands }]);
  });
}

/** Lets `first` come as far as a row that is held, then `second` as far as it can; then both go on. */
async function overlap<First, Second>(
  row: string,
  accountId: string,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<readonly [First, Second]> {
  await holder.query('begin');
  const held = await holder.query(row, [accountId]);
  expect(held.rowCount).toBeGreaterThan(0);
  const before = first();
  await standingStill(1);
  const after = second();
  await standingStill(2);
  await holder.query('commit');
  return [await before, await after];
}

const SESSIONS = 'select from users.session where account_id = $1 for update';
const POSTS = 'select from users.appointment where account_id = $1 for update';

async function act(name: string, input: object, viewer?: Viewer): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const { data, errors } = await users.ask(
    `mutation ($input: ${type}) { outcome: ${name}(input: $input) {
       __typename ... on Problem { code message } } }`,
    { input },
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.outcome as Outcome;
}

async function signInWith(email: string, password: string): Promise<Outcome & Tokens> {
  const { data } = await signIn(users, email, password);
  return data?.signIn as Outcome & Tokens;
}

/** Somebody with two sessions, the second of which acts. */
async function somebody(): Promise<{
  readonly email: string;
  readonly accountId: string;
  readonly viewer: Viewer;
}> {
  const email = `${randomUUID()}@contoh.test`;
  await arrive(users, email);
  const { accountId, viewer } = await enter(users, email);
  return { email, accountId, viewer };
}

describe('a sign-in with the old password', () => {
  const change = { proof: { password: PASSWORD }, newPassword: NEW_PASSWORD };

  it('starts no session while the password is being changed', async () => {
    const { email, accountId, viewer } = await somebody();
    const [changed, signedIn] = await overlap(
      SESSIONS,
      accountId,
      () => act('changePassword', change, viewer),
      () => signInWith(email, PASSWORD),
    );
    expect(changed.__typename).toBe('ChangePasswordSuccess');
    expect(signedIn).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect(await signInWith(email, NEW_PASSWORD)).toMatchObject({ __typename: 'SignInSuccess' });
  });

  it('starts no session while it is being replaced by e-mail', async () => {
    const { email, accountId } = await somebody();
    const code = await resetCode(email);
    const [reset, signedIn] = await overlap(
      SESSIONS,
      accountId,
      () => act('resetPassword', { code, newPassword: NEW_PASSWORD }),
      () => signInWith(email, PASSWORD),
    );
    expect(reset.__typename).toBe('ResetPasswordSuccess');
    expect(signedIn).toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  it('starts a session that ends with the change, when it came first', async () => {
    const { email, accountId, viewer } = await somebody();
    await appoint(accountId);
    const [signedIn, changed] = await overlap(
      POSTS,
      accountId,
      () => signInWith(email, PASSWORD),
      () => act('changePassword', change, viewer),
    );
    expect(changed.__typename).toBe('ChangePasswordSuccess');
    expect(signedIn.__typename).toBe('SignInSuccess');
    const refreshed = await act('refreshSession', { refreshToken: signedIn.refreshToken });
    expect(refreshed).toMatchObject({ code: 'SESSION_ENDED' });
  });
});

describe('a sign-in with a password alone', () => {
  it('is asked for the app that is being put in force', async () => {
    const { email, accountId, viewer } = await somebody();
    const begun = await users.ask(
      `mutation ($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) {
         ... on BeginSecondFactorSuccess { secret } } }`,
      { input: { proof: { password: PASSWORD } } },
      viewer,
    );
    const { secret } = begun.data?.beginSecondFactor as { secret: string };
    const [confirmed, signedIn] = await overlap(
      SESSIONS,
      accountId,
      () => act('confirmSecondFactor', { code: codeOf(users, secret) }, viewer),
      () => signInWith(email, PASSWORD),
    );
    expect(confirmed.__typename).toBe('ConfirmSecondFactorSuccess');
    expect(signedIn.__typename).toBe('SecondFactorRequired');
  });
});

describe('a challenge for the app', () => {
  it('is not answered while the password is being replaced', async () => {
    const { email, accountId, viewer } = await somebody();
    const { secret } = await enrol(users, viewer);
    users.clock.advanceHours(1);
    const { challenge } = (await signInWith(email, PASSWORD)) as unknown as { challenge: string };
    const code = await resetCode(email);
    const [reset, completed] = await overlap(
      SESSIONS,
      accountId,
      () => act('resetPassword', { code, newPassword: NEW_PASSWORD }),
      () => act('completeSignIn', { challenge, code: codeOf(users, secret) }),
    );
    expect(reset.__typename).toBe('ResetPasswordSuccess');
    expect(completed).toMatchObject({ code: 'CHALLENGE_ENDED' });
  });
});

describe('whoever has found the old password and an open device', () => {
  it('does not change it back while its owner replaces it', async () => {
    const { email, accountId, viewer } = await somebody();
    const code = await resetCode(email);
    const [reset, changed] = await overlap(
      SESSIONS,
      accountId,
      () => act('resetPassword', { code, newPassword: NEW_PASSWORD }),
      () => act('changePassword', { proof: { password: PASSWORD }, newPassword: 'sandi orang lain' }, viewer),
    );
    expect(reset.__typename).toBe('ResetPasswordSuccess');
    expect(changed).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    expect(await signInWith(email, NEW_PASSWORD)).toMatchObject({ __typename: 'SignInSuccess' });
  });
});

async function resetCode(email: string): Promise<string> {
  await act('requestPasswordReset', { email });
  const sent = (): string | null => codeIn(post, email, 'kata sandi baru');
  await eventually(async () => {
    await Promise.resolve();
    expect(sent()).not.toBeNull();
  });
  return sent() ?? '';
}

/** Gives an account a post, as the agencies subgraph tells it. */
async function appoint(accountId: string): Promise<void> {
  const id = randomUUID();
  await publish(users.database, 'agencies', {
    type: 'officer.appointed',
    aggregateId: id,
    version: 1,
    payload: { id, agencyId: randomUUID(), role: 'LIAISON_OFFICER', isActive: true, accountId },
  });
  await eventually(async () => {
    const { rowCount } = await observer.query('select from users.appointment where officer_id = $1', [id]);
    expect(rowCount).toBe(1);
  });
}
