import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import { createDataSource } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive, codeOf, enrol, enter, entered, PASSWORD, signIn, type Tokens } from './support/sign-in.js';

let users: RunningUsersTest;
let app: DataSource;

beforeAll(async () => {
  users = await runUsers();
  app = createDataSource({ url: users.config.databaseUrl, schema: 'users', entities: [] });
  await app.initialize();
});
afterAll(async () => {
  await app.destroy();
  await users.close();
});

interface Outcome extends Partial<Tokens> {
  readonly __typename: string;
  readonly code?: string;
  readonly challenge?: string;
  readonly retryAfterSeconds?: number;
  readonly secret?: string;
}

const FIELDS: Readonly<Record<string, string>> = {
  completeSignIn: '... on SignInSuccess { accessToken refreshToken secondFactor }',
  beginSecondFactor: '... on BeginSecondFactorSuccess { secret uri expiresAt }',
  confirmSecondFactor: '... on ConfirmSecondFactorSuccess { recoveryCodes }',
  removeSecondFactor: '... on RemoveSecondFactorSuccess { isRemoved }',
};

async function act(name: string, input: object, viewer: Viewer = publicViewer()): Promise<Outcome> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const waits = name === 'confirmSecondFactor' ? '' : '... on TooManyAttempts { retryAfterSeconds }';
  const { data, errors } = await users.ask(
    `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) {
       __typename ... on Problem { code message } ${waits} ${FIELDS[name] ?? ''} } }`,
    { input },
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.outcome as Outcome;
}

async function challengeOf(email: string): Promise<string> {
  const { data } = await signIn(users, email);
  const { challenge = '', ...outcome } = data?.signIn as Outcome;
  expect(outcome).toMatchObject({ __typename: 'SecondFactorRequired', code: 'SECOND_FACTOR_REQUIRED' });
  return challenge;
}

/** Somebody with an authenticator app, half a minute after it was set up. */
async function withApp(email: string) {
  const person = await arrive(users, email);
  const app = await enrol(users, person.viewer);
  users.clock.advanceHours(1 / 60);
  return { ...person, ...app };
}

describe('an account with an authenticator app', () => {
  it('gives a session for password and code, and a code once', async () => {
    const { secret } = await withApp('sekali@contoh.test');
    const code = codeOf(users, secret);
    const completed = await act('completeSignIn', {
      challenge: await challengeOf('sekali@contoh.test'),
      code,
    });
    expect(completed).toMatchObject({ __typename: 'SignInSuccess', secondFactor: 'GIVEN' });
    const again = await challengeOf('sekali@contoh.test');
    expect(await act('completeSignIn', { challenge: again, code })).toMatchObject({ code: 'INVALID_CODE' });
    expect(await act('completeSignIn', { challenge: again, code: codeOf(users, secret, 1) })).toMatchObject({
      __typename: 'SignInSuccess',
    });
  });

  it('lets one of many in who bring one code at once', async () => {
    const { secret } = await withApp('serempak@contoh.test');
    const code = codeOf(users, secret);
    const challenges = [];
    for (let round = 0; round < 8; round += 1) challenges.push(await challengeOf('serempak@contoh.test'));
    const outcomes = await Promise.all(
      challenges.map((challenge) => act('completeSignIn', { challenge, code })),
    );
    expect(outcomes.filter((outcome) => outcome.__typename === 'SignInSuccess')).toHaveLength(1);
  });

  it('asks for the password again after the challenge was answered, or 5 minutes', async () => {
    const { secret } = await withApp('lewat@contoh.test');
    const answered = await challengeOf('lewat@contoh.test');
    await act('completeSignIn', { challenge: answered, code: codeOf(users, secret) });
    const late = await challengeOf('lewat@contoh.test');
    users.clock.advanceHours(5 / 60);
    for (const challenge of [answered, late, '', 'x\0', 'x'.repeat(10_000)]) {
      expect(await act('completeSignIn', { challenge, code: codeOf(users, secret) })).toMatchObject({
        code: 'CHALLENGE_ENDED',
      });
    }
  });

  it('looks at no code for a quarter of an hour after five wrong ones, not even the right one', async () => {
    const { secret } = await withApp('tebak@contoh.test');
    const challenge = await challengeOf('tebak@contoh.test');
    const wrong = codeOf(users, secret, 100);
    for (let round = 0; round < 5; round += 1) {
      expect(await act('completeSignIn', { challenge, code: wrong })).toMatchObject({ code: 'INVALID_CODE' });
    }
    const right = await act('completeSignIn', { challenge, code: codeOf(users, secret) });
    expect(right).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 900 });
    const { data } = await signIn(users, 'tebak@contoh.test');
    const { challenge: second } = data?.signIn as Outcome;
    expect(await act('completeSignIn', { challenge: second, code: codeOf(users, secret) })).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
    users.clock.advanceHours(0.25);
    const later = await challengeOf('tebak@contoh.test');
    expect(await act('completeSignIn', { challenge: later, code: codeOf(users, secret) })).toMatchObject({
      __typename: 'SignInSuccess',
    });
  });

  it('takes each recovery code once, however it is typed, and those of nobody else', async () => {
    const { recoveryCodes } = await withApp('kertas@contoh.test');
    const other = await withApp('kertas2@contoh.test');
    const [recoveryCode = ''] = recoveryCodes;
    const challenge = await challengeOf('kertas@contoh.test');
    expect(await act('completeSignIn', { challenge, recoveryCode: other.recoveryCodes[0] })).toMatchObject({
      code: 'INVALID_CODE',
    });
    const typed = ` ${recoveryCode.toLowerCase().replace('-', ' ')}`;
    const tokens = await act('completeSignIn', { challenge, recoveryCode: typed });
    expect(tokens.__typename).toBe('SignInSuccess');
    const again = await challengeOf('kertas@contoh.test');
    expect(await act('completeSignIn', { challenge: again, recoveryCode })).toMatchObject({
      code: 'INVALID_CODE',
    });
    const { data } = await users.ask(
      '{ me { secondFactor { recoveryCodesLeft } } }',
      {},
      entered(tokens as Tokens).viewer,
    );
    expect(data).toEqual({ me: { secondFactor: { recoveryCodesLeft: 9 } } });
  });

  it.each([
    ['neither', {}],
    ['both', { code: '123456', recoveryCode: 'AAAAA-AAAAA' }],
  ])('says that it wants one of the two, and not %s', async (_which, given) => {
    await withApp(`salah-${String(Object.keys(given).length)}@contoh.test`);
    const challenge = await challengeOf(`salah-${String(Object.keys(given).length)}@contoh.test`);
    expect(await act('completeSignIn', { challenge, ...given })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('setting an authenticator app up', () => {
  it('takes the password, and changes nothing until the first code was shown', async () => {
    const { viewer } = await arrive(users, 'mulai@contoh.test');
    expect(
      await act('beginSecondFactor', { proof: { password: 'bukan kata sandinya' } }, viewer),
    ).toMatchObject({
      code: 'OWNER_NOT_PROVEN',
    });
    const { secret = '' } = await act('beginSecondFactor', { proof: { password: PASSWORD } }, viewer);
    expect(await act('confirmSecondFactor', { code: codeOf(users, secret, 50) }, viewer)).toMatchObject({
      code: 'INVALID_CODE',
    });
    expect(await enter(users, 'mulai@contoh.test')).toMatchObject({ tokens: { secondFactor: 'NOT_NEEDED' } });
    users.clock.advanceHours(0.25);
    expect(await act('confirmSecondFactor', { code: codeOf(users, secret) }, viewer)).toMatchObject({
      code: 'ENROLMENT_ENDED',
    });
  });

  it('ends the sessions that began without, and keeps this one', async () => {
    const first = await arrive(users, 'lain@contoh.test');
    const second = await enter(users, 'lain@contoh.test');
    await enrol(users, second.viewer);
    expect(await users.ask('{ me { id } }', {}, first.viewer)).toMatchObject({ data: { me: null } });
    expect(await users.ask('{ me { sessions { id hasTwoFactors } } }', {}, second.viewer)).toMatchObject({
      data: { me: { sessions: [{ id: second.viewer.sessionId, hasTwoFactors: true }] } },
    });
  });

  it('asks for the app that is in force before it is exchanged, and the old one works until then', async () => {
    const { viewer, secret } = await withApp('ganti@contoh.test');
    expect(await act('beginSecondFactor', { proof: { password: PASSWORD } }, viewer)).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const begun = await act(
      'beginSecondFactor',
      { proof: { password: PASSWORD }, code: codeOf(users, secret) },
      viewer,
    );
    users.clock.advanceHours(1 / 60);
    const challenge = await challengeOf('ganti@contoh.test');
    expect(await act('completeSignIn', { challenge, code: codeOf(users, secret) })).toMatchObject({
      __typename: 'SignInSuccess',
    });
    await act('confirmSecondFactor', { code: codeOf(users, begun.secret ?? '') }, viewer);
    users.clock.advanceHours(1 / 60);
    const next = await challengeOf('ganti@contoh.test');
    expect(await act('completeSignIn', { challenge: next, code: codeOf(users, secret) })).toMatchObject({
      code: 'INVALID_CODE',
    });
    expect(
      await act('completeSignIn', { challenge: next, code: codeOf(users, begun.secret ?? '') }),
    ).toMatchObject({ __typename: 'SignInSuccess' });
  });

  it('keeps neither secret nor recovery codes in the database', async () => {
    const { secret, recoveryCodes } = await withApp('rahasia@contoh.test');
    const rows = await app.query<object[]>(
      `select row_to_json(f)::text from second_factor f union all select row_to_json(r)::text from recovery_code r`,
    );
    const dump = JSON.stringify(rows);
    for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))]) {
      expect(dump).not.toContain(text);
    }
  });

  it('is for whoever is signed in', async () => {
    for (const [name, input] of [
      ['beginSecondFactor', '{ proof: { password: "x" } }'],
      ['confirmSecondFactor', '{ code: "1" }'],
      ['removeSecondFactor', '{ code: "1" }'],
    ] as const) {
      const { errors } = await users.ask(`mutation { ${name}(input: ${input}) { __typename } }`);
      expect(errors.map((error) => error.extensions?.code)).toEqual(['UNAUTHENTICATED']);
    }
  });
});

describe('doing without', () => {
  it('takes a code, and then the password is enough', async () => {
    const { viewer, secret } = await withApp('lepas@contoh.test');
    expect(await act('removeSecondFactor', { code: codeOf(users, secret, 30) }, viewer)).toMatchObject({
      code: 'INVALID_CODE',
    });
    expect(await act('removeSecondFactor', { code: codeOf(users, secret) }, viewer)).toMatchObject({
      __typename: 'RemoveSecondFactorSuccess',
    });
    expect((await enter(users, 'lepas@contoh.test')).tokens.secondFactor).toBe('NOT_NEEDED');
  });

  it('is not for whoever holds a post, whose session carries no post before', async () => {
    const { viewer, secret, accountId } = await withApp('jabatan@contoh.test');
    const officerId = stableId('officer', 'jabatan@contoh.test');
    const payload = {
      id: officerId,
      agencyId: stableId('agency', '32.73'),
      role: 'COORDINATOR_ADMIN',
      accountId,
      isActive: true,
    };
    await publish(users.database, 'agencies', {
      type: 'officer.appointed',
      aggregateId: officerId,
      version: 1,
      payload,
    });
    await eventually(async () => {
      expect(await app.query('select from appointment where account_id = $1', [accountId])).toHaveLength(1);
    });
    expect(await act('removeSecondFactor', { code: codeOf(users, secret) }, viewer)).toMatchObject({
      code: 'SECOND_FACTOR_NEEDED',
    });
    const challenge = await challengeOf('jabatan@contoh.test');
    const tokens = await act('completeSignIn', { challenge, code: codeOf(users, secret) });
    expect(entered(tokens as Tokens).viewer.appointments).toEqual([
      { officerId, agencyId: payload.agencyId, role: 'COORDINATOR_ADMIN' },
    ]);
  });
});
