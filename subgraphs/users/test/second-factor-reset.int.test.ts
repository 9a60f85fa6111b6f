import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { createDataSource } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { openPostOffice, type PostOffice } from './support/post-office.js';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive, enrol, enter, signIn, type Tokens } from './support/sign-in.js';

let post: PostOffice;
let users: RunningUsersTest;
let app: DataSource;

beforeAll(async () => {
  post = await openPostOffice();
  users = await runUsers(post.config);
  app = await createDataSource({
    url: users.database.appUrl('users'),
    schema: 'users',
    entities: [],
  }).initialize();
}, 60_000);

afterAll(async () => {
  await app.destroy();
  await users.close();
  await post.close();
});

interface Officer {
  readonly email: string;
  readonly accountId: string;
  readonly viewer: Viewer;
  readonly refreshToken: string;
  readonly posts: readonly string[];
}

/** An officer who works with an authenticator app. */
async function officer(posts: number): Promise<Officer> {
  const email = `${randomUUID()}@contoh.test`;
  const { accountId, viewer, tokens } = await arrive(users, email);
  await app.query('update account set email_verified_at = now() where id = $1', [accountId]);
  const ids = Array.from({ length: posts }, () => randomUUID());
  for (const id of ids) await tell('officer.appointed', id, accountId, 1);
  await enrol(users, viewer);
  return { email, accountId, viewer, refreshToken: tokens.refreshToken, posts: ids };
}

/** What agencies tells of a post, once it is known here. */
async function tell(type: string, id: string, accountId: string, version: number, more = {}): Promise<void> {
  const payload = { id, agencyId: randomUUID(), role: 'LIAISON_OFFICER', isActive: true, accountId, ...more };
  await publish(users.database, 'agencies', { type, aggregateId: id, version, payload });
  await eventually(async () => {
    const known = await app.query<object[]>(
      'select from appointment where officer_id = $1 and version = $2',
      [id, version],
    );
    expect(known).toHaveLength(1);
  });
}

function reset(id: string | undefined, { accountId }: Officer, version = 2): Promise<void> {
  return tell('officer.changed', id ?? '', accountId, version, { isSecondFactorReset: true });
}

async function howTheySignIn(email: string): Promise<{ readonly __typename: string } & Tokens> {
  const { data } = await signIn(users, email);
  return data?.signIn as { readonly __typename: string } & Tokens;
}

describe('an officer whose second factor was taken away by the office', () => {
  it('is out, signs in with the password, and gets no post before a new app is set up', async () => {
    const rini = await officer(1);
    await reset(rini.posts[0], rini);
    expect((await users.ask('{ me { id } }', {}, rini.viewer)).data).toEqual({ me: null });
    const refreshed = await users.ask(
      'mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { __typename } }',
      { token: rini.refreshToken },
    );
    expect(refreshed.data).toEqual({ refreshSession: { __typename: 'SessionEnded' } });
    expect(await howTheySignIn(rini.email)).toMatchObject({
      __typename: 'SignInSuccess',
      secondFactor: 'MISSING',
    });
    const again = await enter(users, rini.email);
    await enrol(users, again.viewer);
    expect(await howTheySignIn(rini.email)).toMatchObject({ __typename: 'SecondFactorRequired' });
    await eventually(async () => {
      await Promise.resolve();
      const letters = post.letters.filter((letter) => letter.includes(`To: ${rini.email}`));
      expect(letters.filter((letter) => letter.includes('aplikasi autentikator dilepas'))).toHaveLength(1);
    });
  });

  it('keeps the new app, whatever is said of the post later', async () => {
    const rini = await officer(1);
    await reset(rini.posts[0], rini);
    const again = await enter(users, rini.email);
    await enrol(users, again.viewer);
    await tell('officer.changed', rini.posts[0] ?? '', rini.accountId, 3);
    expect(await howTheySignIn(rini.email)).toMatchObject({ __typename: 'SecondFactorRequired' });
  });

  it('keeps it while another post is held, until those who look after that one say so as well', async () => {
    const budi = await officer(2);
    await reset(budi.posts[0], budi);
    expect(await howTheySignIn(budi.email)).toMatchObject({ __typename: 'SecondFactorRequired' });
    await reset(budi.posts[1], budi);
    expect(await howTheySignIn(budi.email)).toMatchObject({ secondFactor: 'MISSING' });
  });

  it('keeps it when the other word is older than a day', async () => {
    const budi = await officer(2);
    await reset(budi.posts[0], budi);
    await app.query(
      `update appointment set second_factor_reset_at = now() - interval '25 hours' where officer_id = $1`,
      [budi.posts[0]],
    );
    await reset(budi.posts[1], budi);
    expect(await howTheySignIn(budi.email)).toMatchObject({ __typename: 'SecondFactorRequired' });
  });
});
