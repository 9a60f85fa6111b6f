import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '@satu-pintu/service-kit';
import {
  type BroughtBack,
  openIdentityProvider,
  type RunningIdentityProvider,
  signInAtProvider,
} from '@satu-pintu/test-kit';
import { decodeJwt } from 'jose';
import type { DataSource } from 'typeorm';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive, enrol, signIn } from './support/sign-in.js';

const REDIRECT_URI = 'http://127.0.0.1:4000/masuk';
const SECRET = 'rahasia-penyedia-identitas-yang-panjang';

interface Way {
  readonly __typename: string;
  readonly authorizationUrl: string;
  readonly handle: string;
}

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly accessToken?: string;
}

type Back = BroughtBack & { readonly handle: string };

let provider: RunningIdentityProvider;
let users: RunningUsersTest;
let app: DataSource;

beforeAll(async () => {
  provider = await openIdentityProvider({
    clientId: 'satu-pintu',
    clientSecret: SECRET,
    redirectUri: REDIRECT_URI,
  });
  users = await runUsers(null, {
    staffSignIn: {
      issuer: provider.issuer,
      clientId: 'satu-pintu',
      clientSecret: SECRET,
      redirectUri: REDIRECT_URI,
      emailClaim: 'email',
      domains: ['bandung.go.id'],
      twoFactorValues: ['mfa'],
      allowsHttp: true,
    },
  });
  app = await createDataSource({
    url: users.database.appUrl('users'),
    schema: 'users',
    entities: [],
  }).initialize();
}, 60_000);

afterAll(async () => {
  await app.destroy();
  await users.close();
  provider.close();
});

/** The way to the provider. */
async function way(): Promise<Way> {
  const { data, errors } = await users.ask(
    '{ staffSignInWay { __typename ... on StaffSignInWay { authorizationUrl handle } } }',
  );
  expect(errors).toEqual([]);
  return data?.staffSignInWay as Way;
}

/** What a browser comes back with, after somebody has signed in at the provider. */
async function cameBack(who: object): Promise<Back> {
  const { authorizationUrl, handle } = await way();
  return { handle, ...(await signInAtProvider(authorizationUrl, who)) };
}

async function complete(input: Partial<Back> & { invitationCode?: string }): Promise<Outcome> {
  const { data, errors } = await users.ask(
    `mutation ($input: CompleteStaffSignInInput!) { completeStaffSignIn(input: $input) {
       __typename ... on Problem { code message } ... on SignInSuccess { accessToken } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data?.completeStaffSignIn as Outcome;
}

/** An officer with a post. */
async function officer(name: string): Promise<{ readonly email: string; readonly accountId: string }> {
  const email = `${name}@bandung.go.id`;
  const { accountId } = await arrive(users, email);
  const id = randomUUID();
  await publish(users.database, 'agencies', {
    type: 'officer.appointed',
    aggregateId: id,
    version: 1,
    payload: { id, agencyId: randomUUID(), role: 'LIAISON_OFFICER', isActive: true, accountId },
  });
  await eventually(async () => {
    expect(await app.query('select from appointment where officer_id = $1', [id])).toHaveLength(1);
  });
  return { email, accountId };
}

describe('an officer who signs in at the provider', () => {
  it('is sent there with PKCE, a state and a nonce, each time other ones', async () => {
    const [first, second] = [await way(), await way()];
    const { searchParams } = new URL(first.authorizationUrl);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'satu-pintu',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(first.authorizationUrl).not.toBe(second.authorizationUrl);
    expect(first.handle).not.toContain(searchParams.get('state'));
  });

  it('gets a session in the own account, with the post when the provider saw two factors', async () => {
    const { email, accountId } = await officer('rini');
    const outcome = await complete(await cameBack({ email, email_verified: true, amr: ['pwd', 'mfa'] }));
    expect(outcome.__typename).toBe('SignInSuccess');
    expect(decodeJwt(outcome.accessToken ?? '')).toMatchObject({
      sub: accountId,
      apt: [{ role: 'LIAISON_OFFICER' }],
    });
  });

  it('gets no post into the token with one factor alone', async () => {
    const { email, accountId } = await officer('satu.faktor');
    const { accessToken } = await complete(await cameBack({ email, email_verified: true, amr: ['pwd'] }));
    expect(decodeJwt(accessToken ?? '')).toMatchObject({ sub: accountId, apt: [] });
  });

  it('comes back once', async () => {
    const { email } = await officer('sekali');
    const back = await cameBack({ email, email_verified: true });
    const both = await Promise.all([complete(back), complete(back)]);
    expect(both.map((outcome) => outcome.__typename).toSorted()).toEqual([
      'SignInSuccess',
      'StaffSignInNotAccepted',
    ]);
  });
});

describe('an officer who was invited', () => {
  const verified = { email_verified: true, amr: ['mfa'] };

  it('takes the post up at the provider, without ever having chosen a password', async () => {
    const { officerId, code } = await invited();
    const email = `baru.${randomUUID()}@bandung.go.id`;
    const outcome = await complete({
      ...(await cameBack({ ...verified, email })),
      invitationCode: code,
    });
    expect(decodeJwt(outcome.accessToken ?? '')).toMatchObject({ apt: [{ officerId }] });
    const rows = await app.query<object[]>(
      'select email_verified_at is not null as verified from account where email = $1',
      [email],
    );
    expect(rows).toEqual([{ verified: true }]);
    expect(await app.query('select payload from outbox where aggregate_id = $1', [officerId])).toEqual([
      { payload: { officerId } },
    ]);
    expect(await complete(await cameBack({ ...verified, email }))).toMatchObject({
      __typename: 'SignInSuccess',
    });
  });

  it('gets nothing for a code that is wrong or was used, and no account is made', async () => {
    const { code } = await invited();
    const email = `sekali.${randomUUID()}@bandung.go.id`;
    await complete({ ...(await cameBack({ ...verified, email })), invitationCode: code });
    const accounts = await app.query<object[]>('select count(*) from account');
    for (const invitationCode of [code, '', 'x'.repeat(10_000)]) {
      const back = await cameBack({ ...verified, email: 'lain@bandung.go.id' });
      expect(await complete({ ...back, invitationCode })).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    }
    expect(await app.query('select count(*) from account')).toEqual(accounts);
  });

  it('needs an address that counts, whatever code they have', async () => {
    const { code } = await invited();
    for (const who of [
      { ...verified, email: 'rini@contoh.test' },
      { email: 'rini@bandung.go.id', email_verified: false },
    ]) {
      const outcome = await complete({ ...(await cameBack(who)), invitationCode: code });
      expect(outcome).toMatchObject({ code: 'NO_POST_HELD' });
    }
  });

  it('shares the post with nobody who had signed up with the address before', async () => {
    const email = `didahului.${randomUUID()}@bandung.go.id`;
    const stranger = await arrive(users, email);
    await enrol(users, stranger.viewer);
    const { code } = await invited();
    const outcome = await complete({
      ...(await cameBack({ ...verified, email })),
      invitationCode: code,
    });
    expect(outcome.__typename).toBe('SignInSuccess');
    const { data } = await signIn(users, email);
    expect(data?.signIn).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    const left = await app.query<object[]>(
      `select (select count(*)::int from session where account_id = $1 and ended_at is null) as sessions,
              (select count(*)::int from second_factor where account_id = $1) as factors`,
      [stranger.accountId],
    );
    expect(left).toEqual([{ sessions: 1, factors: 0 }]);
  });

  it('enters the account that they have, and has verified, with its password and its app', async () => {
    const email = `sendiri.${randomUUID()}@bandung.go.id`;
    const own = await arrive(users, email);
    await app.query('update account set email_verified_at = now() where id = $1', [own.accountId]);
    await enrol(users, own.viewer);
    const { code } = await invited();
    const back = await cameBack({ email, email_verified: true, amr: ['pwd'] });
    expect(await complete({ ...back, invitationCode: code })).toMatchObject({
      __typename: 'SecondFactorRequired',
    });
    const { data } = await signIn(users, email);
    expect(data?.signIn).toMatchObject({ __typename: 'SecondFactorRequired' });
  });
});

/** A post that somebody may take up. */
async function invited(): Promise<{ readonly officerId: string; readonly code: string }> {
  const officerId = randomUUID();
  const code = randomBytes(32).toString('hex');
  const codeHash = createHash('sha256').update(code).digest('base64url');
  await publish(users.database, 'agencies', {
    type: 'officer.appointed',
    aggregateId: officerId,
    version: 1,
    payload: {
      id: officerId,
      agencyId: randomUUID(),
      role: 'LIAISON_OFFICER',
      isActive: true,
      accountId: null,
      invitation: { codeHash, expiresAt: '2026-03-16T00:00:00Z' },
    },
  });
  await eventually(async () => {
    expect(await app.query('select from appointment where officer_id = $1', [officerId])).toHaveLength(1);
  });
  return { officerId, code };
}

describe('nobody gets in', () => {
  const refused = { code: 'STAFF_SIGN_IN_NOT_ACCEPTED' };

  it('with the way back of another sign-in, a code that is wrong, or later than five minutes', async () => {
    const { email } = await officer('salah');
    const who = { email, email_verified: true };
    const [mine, other] = [await cameBack(who), await cameBack(who)];
    expect(await complete({ ...other, handle: mine.handle })).toMatchObject(refused);
    // The state is right and the code of another sign-in: the provider asks for its verifier.
    expect(await complete({ ...mine, code: other.code })).toMatchObject(refused);
    for (const changed of [{ code: 'x' }, { iss: 'https://jahat.test' }, { handle: 'x' }, { state: '' }]) {
      expect(await complete({ ...(await cameBack(who)), ...changed })).toMatchObject(refused);
    }
    const late = await cameBack(who);
    const now = users.clock.now();
    users.clock.set(new Date(now.getTime() + 5 * 60_000));
    expect(await complete(late)).toMatchObject(refused);
    users.clock.set(now);
  }, 30_000);

  it("with an ID token that another key than the provider's has signed", async () => {
    const { email } = await officer('palsu');
    const who = { email, email_verified: true };
    expect(await complete(await cameBack({ ...who, isForged: true }))).toMatchObject(refused);
    expect(await complete(await cameBack(who))).toMatchObject({ __typename: 'SignInSuccess' });
  });

  it('who holds no post, is of another domain, or whose address is not verified; and no account is made', async () => {
    const { email } = await officer('terverifikasi');
    await arrive(users, 'warga@bandung.go.id');
    const accounts = await app.query<object[]>('select count(*) from account');
    for (const who of [
      { email: 'warga@bandung.go.id', email_verified: true },
      { email: 'baru@bandung.go.id', email_verified: true },
      { email: 'rini@contoh.test', email_verified: true },
      { email, email_verified: false },
      {},
    ]) {
      expect(await complete(await cameBack(who))).toMatchObject({ code: 'NO_POST_HELD' });
    }
    expect(await app.query('select count(*) from account')).toEqual(accounts);
  }, 30_000);
});

describe('a house', () => {
  it('says so when the provider does not answer', async () => {
    const { staffSignIn } = users.config;
    if (!staffSignIn) throw new Error('No provider is named.');
    const alone = await runUsers(null, { staffSignIn: { ...staffSignIn, issuer: 'http://127.0.0.1:9' } });
    const { data } = await alone.ask('{ staffSignInWay { __typename } }');
    expect(data).toEqual({ staffSignInWay: { __typename: 'ProviderUnavailable' } });
    await alone.close();
  }, 30_000);

  it('offers nothing of the kind unless a provider is named', async () => {
    const without = await runUsers(null, { staffSignIn: null });
    const { data } = await without.ask('{ staffSignInWay { __typename } }');
    expect(data).toEqual({ staffSignInWay: { __typename: 'SignInWayNotOffered' } });
    await without.close();
  }, 30_000);
});
