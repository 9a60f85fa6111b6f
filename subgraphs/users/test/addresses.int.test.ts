import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { createDataSource } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { codeIn, openPostOffice, type PostOffice } from './support/post-office.js';
import { eventually } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive, enrol, enter, PASSWORD, signIn, signUp } from './support/sign-in.js';

const VERIFY = 'Subject: Satu Pintu: verifikasi alamat surel';
const RESET = 'Subject: Satu Pintu: kata sandi baru';
const NEW_PASSWORD = 'kata sandi yang lain lagi';

let post: PostOffice;
let users: RunningUsersTest;
let app: DataSource;

beforeAll(async () => {
  post = await openPostOffice();
  users = await runUsers(post.config);
  app = createDataSource({ url: users.config.databaseUrl, schema: 'users', entities: [] });
  await app.initialize();
});
afterAll(async () => {
  await app.destroy();
  await users.close();
  await post.close();
});

async function act(name: string, input: object | null, viewer: Viewer = publicViewer(), fields = '') {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const [declared, given] = input ? [`($input: ${type}Input!)`, '(input: $input)'] : ['', ''];
  const { data, errors } = await users.ask(
    `mutation ${declared} { outcome: ${name}${given} { __typename ... on Problem { code } ${fields} } }`,
    { input },
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.outcome as { readonly __typename: string; readonly code?: string };
}

async function codeSentTo(email: string, subject: string): Promise<string> {
  await eventually(async () => {
    await Promise.resolve();
    expect(codeIn(post, email, subject)).not.toBeNull();
  });
  return codeIn(post, email, subject) ?? '';
}

async function isVerified(viewer: Viewer): Promise<unknown> {
  const { data } = await users.ask('{ me { isEmailVerified } }', {}, viewer);
  return (data?.me as { isEmailVerified: boolean }).isEmailVerified;
}

describe('a new address', () => {
  it('is verified by the code that was sent to it, once, and by whoever is signed in to its account', async () => {
    const { viewer } = await arrive(users, 'baru@contoh.test');
    const stranger = await arrive(users, 'lain@contoh.test');
    expect(await isVerified(viewer)).toBe(false);
    const code = await codeSentTo('baru@contoh.test', VERIFY);
    expect(await act('verifyEmail', { code }, stranger.viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    expect(await act('verifyEmail', { code }, viewer)).toMatchObject({ __typename: 'VerifyEmailSuccess' });
    expect(await isVerified(viewer)).toBe(true);
    expect(await act('verifyEmail', { code }, viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    expect(await act('requestEmailVerification', null, viewer)).toMatchObject({
      __typename: 'RequestEmailVerificationSuccess',
    });
  });

  it('can have the code sent again, which ends the one before, and a day ends both', async () => {
    const { viewer } = await arrive(users, 'lagi@contoh.test');
    const first = await codeSentTo('lagi@contoh.test', VERIFY);
    await act('requestEmailVerification', null, viewer);
    let second = first;
    await eventually(async () => {
      second = await codeSentTo('lagi@contoh.test', VERIFY);
      expect(second).not.toBe(first);
    });
    expect(await act('verifyEmail', { code: first }, viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    users.clock.advanceHours(24);
    for (const code of [second, '', 'x\0', 'x'.repeat(10_000)]) {
      expect(await act('verifyEmail', { code }, viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    }
  });

  it('that is taken is told to its owner and to nobody else', async () => {
    const first = await signUp(users, 'punya@contoh.test');
    const again = await signUp(users, 'punya@contoh.test');
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    await eventually(async () => {
      await Promise.resolve();
      const told = post.letters.filter((letter) => letter.includes('Anda sudah memiliki akun'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('To: punya@contoh.test');
    });
  });

  it('has to be verified before a post is taken up', async () => {
    const { viewer } = await arrive(users, 'calon@contoh.test');
    expect(await act('acceptInvitation', { code: 'apa saja' }, viewer)).toMatchObject({
      code: 'EMAIL_NOT_VERIFIED',
    });
    await act('verifyEmail', { code: await codeSentTo('calon@contoh.test', VERIFY) }, viewer);
    expect(await act('acceptInvitation', { code: 'apa saja' }, viewer)).toMatchObject({
      code: 'INVITATION_NOT_FOUND',
    });
  });

  it('leaves no code in the tables', async () => {
    await arrive(users, 'jejak@contoh.test');
    post.isOpen = false;
    await signUp(users, 'jejak2@contoh.test');
    const rows = await app.query<object[]>(
      'select row_to_json(c)::text from account_code c union all select row_to_json(m)::text from mail m',
    );
    post.isOpen = true;
    const code = await codeSentTo('jejak@contoh.test', VERIFY);
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain('jejak2');
  });
});

describe('a forgotten password', () => {
  it('is replaced by whoever reads the mailbox; every session ends', async () => {
    const before = await arrive(users, 'lupa@contoh.test');
    await act('requestPasswordReset', { email: 'LUPA@contoh.test' });
    const code = await codeSentTo('lupa@contoh.test', RESET);
    expect(await act('resetPassword', { code, newPassword: 'pendek' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const both = await Promise.all(
      [1, 2].map(() => act('resetPassword', { code, newPassword: NEW_PASSWORD })),
    );
    expect(both.map((outcome) => outcome.__typename).sort()).toEqual([
      'CodeNotFound',
      'ResetPasswordSuccess',
    ]);
    expect(await users.ask('{ me { id } }', {}, before.viewer)).toMatchObject({ data: { me: null } });
    const { data } = await signIn(users, 'lupa@contoh.test', NEW_PASSWORD);
    expect(data?.signIn).toMatchObject({ __typename: 'SignInSuccess' });
    const old = await signIn(users, 'lupa@contoh.test');
    expect(old.data?.signIn).toMatchObject({ __typename: 'InvalidCredentials' });
  });

  it('is asked for with the same answer, in the same time, whether the address has an account', async () => {
    await signUp(users, 'ada@contoh.test');
    const ask = async (email: string): Promise<[string, number]> => {
      const start = performance.now();
      const answer = await act(
        'requestPasswordReset',
        { email },
        publicViewer(),
        '... on RequestPasswordResetSuccess { areEmailsSent }',
      );
      return [JSON.stringify(answer), performance.now() - start];
    };
    const [known, knownMs] = await ask('ada@contoh.test');
    const [unknown, unknownMs] = await ask('tiada@contoh.test');
    expect(unknown).toBe(known);
    expect(known).toContain('"areEmailsSent":true');
    for (const elapsed of [knownMs, unknownMs]) expect(elapsed).toBeGreaterThanOrEqual(295);
  });

  it('is counted for known and unknown addresses alike', async () => {
    for (const email of ['ada2@contoh.test', 'tiada2@contoh.test']) {
      for (let round = 0; round < 5; round += 1) await act('requestPasswordReset', { email });
      expect(await act('requestPasswordReset', { email })).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    }
  }, 15_000);

  it('does not open an account without its authenticator app', async () => {
    const { viewer } = await arrive(users, 'dua@contoh.test');
    await act('verifyEmail', { code: await codeSentTo('dua@contoh.test', VERIFY) }, viewer);
    await enrol(users, viewer);
    await act('requestPasswordReset', { email: 'dua@contoh.test' });
    await act('resetPassword', {
      code: await codeSentTo('dua@contoh.test', RESET),
      newPassword: NEW_PASSWORD,
    });
    const { data } = await signIn(users, 'dua@contoh.test', NEW_PASSWORD);
    expect(data?.signIn).toMatchObject({ __typename: 'SecondFactorRequired' });
  });

  it('gives an address back to its owner, which a stranger had signed up with and locked', async () => {
    const stranger = await arrive(users, 'korban@contoh.test');
    await enrol(users, stranger.viewer);
    await act('requestPasswordReset', { email: 'korban@contoh.test' });
    await act('resetPassword', {
      code: await codeSentTo('korban@contoh.test', RESET),
      newPassword: NEW_PASSWORD,
    });
    const { data } = await signIn(users, 'korban@contoh.test', NEW_PASSWORD);
    expect(data?.signIn).toMatchObject({ __typename: 'SignInSuccess' });
  });
});

describe('a password', () => {
  it('is changed by whoever knows it, which ends the other sessions', async () => {
    const first = await arrive(users, 'ubah@contoh.test');
    const second = await enter(users, 'ubah@contoh.test');
    const change = (password: string) =>
      act('changePassword', { proof: { password }, newPassword: NEW_PASSWORD }, second.viewer);
    expect(await change('bukan kata sandinya')).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    expect(await change(PASSWORD)).toMatchObject({ __typename: 'ChangePasswordSuccess' });
    expect(await users.ask('{ me { id } }', {}, first.viewer)).toMatchObject({ data: { me: null } });
    expect(await users.ask('{ me { id } }', {}, second.viewer)).toMatchObject({ data: { me: {} } });
    const { data } = await signIn(users, 'ubah@contoh.test', NEW_PASSWORD);
    expect(data?.signIn).toMatchObject({ __typename: 'SignInSuccess' });
  });
});
