import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer } from '@satu-pintu/domain-kit';
import { createSealer } from '@satu-pintu/service-kit';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive, signIn, signUp } from './support/sign-in.js';

let users: RunningUsersTest;

beforeAll(async () => {
  users = await runUsers();
});

afterAll(() => users.close());

describe('signing up', () => {
  it('makes an account that can sign in and see itself', async () => {
    const { viewer } = await arrive(users, 'Siti@Contoh.test');
    const { data } = await users.ask('{ me { displayName email appointments { id } } }', {}, viewer);
    expect(data).toEqual({ me: { displayName: 'Siti Aminah', email: 'siti@contoh.test', appointments: [] } });
  });

  it('answers the same for a taken address and leaves its account alone', async () => {
    const first = await signUp(users, 'budi@contoh.test', 'kata sandi pertama');
    const second = await signUp(users, 'BUDI@contoh.test', 'kata sandi kedua!');
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(await signIn(users, 'budi@contoh.test', 'kata sandi kedua!')).toMatchObject({
      data: { signIn: { __typename: 'InvalidCredentials' } },
    });
    expect(await signIn(users, 'budi@contoh.test', 'kata sandi pertama')).toMatchObject({
      data: { signIn: { __typename: 'SignInSuccess' } },
    });
  });

  it.each([
    ['email', { email: 'a\0b@contoh.test' }],
    ['email', { email: `${'a'.repeat(10_000)}@contoh.test` }],
    ['password', { password: 'pendek' }],
    ['password', { password: 'x'.repeat(129) }],
    ['password', { password: 'kata sandi\0 panjang' }],
    ['displayName', { displayName: 'Siti\0' }],
    ['displayName', { displayName: 'S'.repeat(101) }],
  ])('says that %s cannot be accepted', async (field, wrong) => {
    const good = { email: 'baik@contoh.test', password: 'kata sandi panjang', displayName: 'Siti' };
    const { email, password, displayName } = { ...good, ...wrong };
    const { data, errors } = await signUp(users, email, password, displayName);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      signUp: {
        __typename: 'InvalidInput',
        code: 'INVALID_INPUT',
        field,
        message: expect.stringContaining(`Isian ${field} `),
      },
    });
  });

  it('counts every alias of one request, and stops after five', async () => {
    const fields = Array.from(
      { length: 8 },
      (_, index) => `a${String(index)}: signUp(input: $input) { __typename }`,
    );
    const { data } = await users.ask(`mutation ($input: SignUpInput!) { ${fields.join(' ')} }`, {
      input: { email: 'banyak@contoh.test', password: 'kata sandi panjang', displayName: 'Banyak' },
    });
    const outcomes = Object.values(data ?? {}).map(
      (outcome) => (outcome as { __typename: string }).__typename,
    );
    expect(outcomes.filter((name) => name === 'SignUpSuccess')).toHaveLength(5);
    expect(outcomes.filter((name) => name === 'TooManyAttempts')).toHaveLength(3);
  });
});

describe('signing in', () => {
  it('answers an unknown address and a wrong password with the same bytes', async () => {
    await signUp(users, 'ani@contoh.test');
    const wrong = await signIn(users, 'ani@contoh.test', 'bukan kata sandinya');
    const unknown = await signIn(users, 'siapa@contoh.test', 'bukan kata sandinya');
    expect(wrong.data).toMatchObject({
      signIn: {
        code: 'INVALID_CREDENTIALS',
        message: 'Alamat surel, nomor telepon, atau kata sandi tidak cocok.',
      },
    });
    expect(JSON.stringify(unknown)).toBe(JSON.stringify(wrong));
  });

  it('hashes for an unknown address too', async () => {
    await signUp(users, 'waktu@contoh.test');
    const quickest = async (email: string): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const start = performance.now();
        await signIn(users, email, 'bukan kata sandinya');
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    // Without a hash the answer comes ten times sooner.
    expect(await quickest('takada@contoh.test')).toBeGreaterThan(
      0.25 * (await quickest('waktu@contoh.test')),
    );
  });

  it('tells the problem in the language of the request', async () => {
    const english = publicViewer('en');
    expect(await signIn(users, 'nobody@contoh.test', 'wrong', english)).toMatchObject({
      data: { signIn: { message: 'The e-mail address, the number or the password is wrong.' } },
    });
  });

  it('stops after five tries, known address or not, even with the right password', async () => {
    await signUp(users, 'lupa@contoh.test');
    for (const email of ['lupa@contoh.test', 'hantu@contoh.test']) {
      for (let round = 0; round < 5; round += 1) await signIn(users, email, 'bukan kata sandinya');
      const { data } = await signIn(users, email.toUpperCase());
      expect(data).toMatchObject({ signIn: { __typename: 'TooManyAttempts', code: 'TOO_MANY_ATTEMPTS' } });
      const { retryAfterSeconds } = data?.signIn as { retryAfterSeconds: number };
      expect(retryAfterSeconds).toBeGreaterThan(800);
      expect(retryAfterSeconds).toBeLessThanOrEqual(900);
    }
  });

  it('forgets the tries of whoever shows the right password', async () => {
    await signUp(users, 'ingat@contoh.test');
    for (let round = 0; round < 4; round += 1)
      await signIn(users, 'ingat@contoh.test', 'bukan kata sandinya');
    await signIn(users, 'ingat@contoh.test');
    expect(await signIn(users, 'ingat@contoh.test', 'bukan kata sandinya')).toMatchObject({
      data: { signIn: { __typename: 'InvalidCredentials' } },
    });
  });

  it('refuses what no password can be, before it costs a hash', async () => {
    expect(await signIn(users, 'ani@contoh.test', 'x'.repeat(100_000))).toMatchObject({
      data: { signIn: { __typename: 'InvalidInput', field: 'password' } },
    });
    expect(await signIn(users, 'ani@contoh.test\0')).toMatchObject({
      data: { signIn: { __typename: 'InvalidInput', field: 'email' } },
    });
  });
});

describe('an access token', () => {
  it('is verified by the published keys and says who, in which session and until when', async () => {
    const { tokens, accountId, viewer } = await arrive(users, 'token@contoh.test');
    const response = await fetch(`${users.url}/.well-known/jwks.json`);
    const keys = (await response.json()) as JSONWebKeySet;
    expect(keys.keys).toEqual([
      expect.objectContaining({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }),
    ]);
    expect(keys.keys[0]).not.toHaveProperty('d');

    const { payload, protectedHeader } = await jwtVerify(tokens.accessToken, createLocalJWKSet(keys), {
      issuer: 'satu-pintu',
      audience: 'satu-pintu',
      typ: 'at+jwt',
      algorithms: ['EdDSA'],
      currentDate: users.clock.now(),
    });
    expect(protectedHeader.kid).toBe(keys.keys[0]?.kid);
    expect(payload).toMatchObject({ sub: accountId, sid: viewer.sessionId, apt: [] });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
    expect(JSON.stringify(payload)).not.toMatch(/token@contoh|Siti/);
  });

  it('carries the reporter key so that only the holder of the seal can read it, and always the same key', async () => {
    const { tokens } = await arrive(users, 'rk@contoh.test');
    const again = await arrive(users, 'rk@contoh.test');
    const rk = (token: string): string =>
      (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { rk: string }).rk;
    const open = (key: string, token: string): string | null =>
      createSealer<string>(key, 'reporter-key').open(rk(token));
    const { reporterKeySeal, vaultKey } = users.config.secrets;
    expect(open(reporterKeySeal, tokens.accessToken)).toMatch(/^[\w-]{43}$/);
    expect(open(reporterKeySeal, again.tokens.accessToken)).toBe(open(reporterKeySeal, tokens.accessToken));
    expect(rk(again.tokens.accessToken)).not.toBe(rk(tokens.accessToken));
    expect(open(vaultKey, tokens.accessToken)).toBeNull();
  });
});

describe('whoever is not the gateway', () => {
  it.each(['{ me { id } }', '{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'is answered 401 to %s',
    async (query) => {
      const response = await fetch(`${users.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(401);
    },
  );
});
