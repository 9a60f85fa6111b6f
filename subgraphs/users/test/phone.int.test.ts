import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { createDataSource } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { codeIn, openPostOffice, type PostOffice } from './support/post-office.js';
import { eventually } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { digitsSentTo, openSmsCenter, type SmsCenter } from './support/sms-center.js';
import { arrive, enrol, entered, PASSWORD, type Tokens } from './support/sign-in.js';

const NEW_PASSWORD = 'kata sandi yang lain lagi';

interface Outcome extends Tokens {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
}

let post: PostOffice;
let center: SmsCenter;
let users: RunningUsersTest;
let app: DataSource;

beforeAll(async () => {
  [post, center] = await Promise.all([openPostOffice(), openSmsCenter()]);
  users = await runUsers(post.config, { textMessages: center.config });
  app = await createDataSource({
    url: users.database.appUrl('users'),
    schema: 'users',
    entities: [],
  }).initialize();
}, 60_000);

afterAll(async () => {
  await app.destroy();
  await users.close();
  await Promise.all([post.close(), center.close()]);
});

const FIELDS: Readonly<Record<string, string>> = {
  signUp: '... on InvalidInput { field } ... on SignUpSuccess { email phone isVerificationSent }',
  signIn:
    '... on InvalidInput { field } ... on SignInSuccess { accessToken refreshToken expiresAt sessionExpiresAt secondFactor } ... on SecondFactorRequired { challenge }',
  requestPasswordReset:
    '... on InvalidInput { field } ... on RequestPasswordResetSuccess { areEmailsSent areTextMessagesSent }',
  requestPhoneVerification: '... on RequestPhoneVerificationSuccess { isSent }',
};

async function act(name: string, input: object | null, viewer?: Viewer, at = users): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const [declared, given] = input ? [`($input: ${type})`, '(input: $input)'] : ['', ''];
  const { data, errors } = await at.ask(
    `mutation ${declared} { outcome: ${name}${given} {
       __typename ... on Problem { code message } ${FIELDS[name] ?? ''} } }`,
    { input },
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.outcome as Outcome;
}

/** A number that nobody has had in this test. */
function someNumber(): string {
  return `+62812${String(randomInt(100_000_000)).padStart(8, '0')}`;
}

function signUp(phone: string, password = PASSWORD): Promise<Outcome> {
  return act('signUp', { phone, password, displayName: 'Siti' });
}

function signIn(phone: string, password = PASSWORD): Promise<Outcome> {
  return act('signIn', { phone, password });
}

/** The digits of the newest message to a number, once there are others than before. */
async function digits(phone: string, before: string | null = null): Promise<string> {
  await eventually(async () => {
    await Promise.resolve();
    const sent = digitsSentTo(center, phone);
    expect(sent === null || sent === before ? 'none yet' : 'sent').toBe('sent');
  });
  return digitsSentTo(center, phone) ?? '';
}

/** Waits until nothing is left to be sent. */
function allSent(): Promise<void> {
  return eventually(async () => {
    expect(await app.query('select count(*)::int from text_message')).toEqual([{ count: 0 }]);
  });
}

/** Others than these. */
function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

async function newcomer(): Promise<{ readonly phone: string } & ReturnType<typeof entered>> {
  const phone = someNumber();
  await signUp(phone);
  return { phone, ...entered(await signIn(phone)) };
}

async function me(viewer: Viewer): Promise<unknown> {
  return (await users.ask('{ me { email phone isPhoneVerified } }', {}, viewer)).data?.me;
}

describe('somebody without an e-mail address', () => {
  it('signs up by number, signs in by it however it is written, and verifies it once', async () => {
    const phone = someNumber();
    expect(await signUp(phone.replace('+62', '0'))).toEqual({
      __typename: 'SignUpSuccess',
      email: null,
      phone,
      isVerificationSent: true,
    });
    const { viewer } = entered(await signIn(`${phone.slice(0, 6)} ${phone.slice(6)}`));
    expect(await me(viewer)).toEqual({ email: null, phone, isPhoneVerified: false });
    const code = await digits(phone);
    expect(await act('verifyPhone', { code: wrong(code) }, viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    expect(await act('verifyPhone', { code }, viewer)).toMatchObject({ __typename: 'VerifyPhoneSuccess' });
    expect(await act('verifyPhone', { code }, viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    expect(await me(viewer)).toEqual({ email: null, phone, isPhoneVerified: true });
    expect(await act('requestPhoneVerification', null, viewer)).toMatchObject({ isSent: false });
  });

  it('is told nothing of who has an account: its owner is', async () => {
    const phone = someNumber();
    const first = await signUp(phone);
    const code = await digits(phone);
    expect(await signUp(phone, NEW_PASSWORD)).toEqual(first);
    await eventually(async () => {
      await Promise.resolve();
      const [, told] = center.texts.filter(({ to }) => to === phone);
      expect(told?.text).toContain('sudah memiliki akun');
    });
    expect(await signIn(phone, NEW_PASSWORD)).toEqual(await signIn(someNumber()));
    expect((await signIn(phone)).__typename).toBe('SignInSuccess');
    expect(code).toMatch(/^\d{6}$/);
  });

  it('has five tries and ten minutes', async () => {
    const { phone, viewer } = await newcomer();
    const code = await digits(phone);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await act('verifyPhone', { code: wrong(code) }, viewer)).toMatchObject({
        code: 'CODE_NOT_FOUND',
      });
    }
    expect(await act('verifyPhone', { code }, viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    expect(await act('requestPhoneVerification', null, viewer)).toMatchObject({ isSent: true });
    const second = await digits(phone, code);
    const now = users.clock.now();
    users.clock.set(new Date(now.getTime() + 10 * 60_000));
    expect(await act('verifyPhone', { code: second }, viewer)).toMatchObject({ code: 'CODE_NOT_FOUND' });
    users.clock.set(now);
    expect(await act('verifyPhone', { code: second }, viewer)).toMatchObject({
      __typename: 'VerifyPhoneSuccess',
    });
  });

  it.each([
    [{ phone: '022 1234567' }, 'phone'],
    [{ phone: '+65 9123 4567' }, 'phone'],
    [{ phone: '' }, 'phone'],
    [{}, 'email'],
    [{ email: 'siti@contoh.test', phone: '081234567890' }, 'phone'],
  ])('is told what cannot be right: %j', async (contact, field) => {
    const given = { ...contact, password: PASSWORD };
    expect(await act('signUp', { ...given, displayName: 'Siti' })).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
    expect(await act('signIn', given)).toMatchObject({ code: 'INVALID_INPUT', field });
    expect(await act('requestPasswordReset', contact)).toMatchObject({ code: 'INVALID_INPUT', field });
  });
});

describe('a forgotten password', () => {
  it('is replaced by whoever reads the telephone; sessions end, and the number is verified', async () => {
    const { phone, viewer } = await newcomer();
    const first = await digits(phone);
    await act('requestPasswordReset', { phone });
    const code = await digits(phone, first);
    const reset = { phone, newPassword: NEW_PASSWORD };
    expect(await act('resetPassword', { ...reset, code: wrong(code) })).toMatchObject({
      code: 'CODE_NOT_FOUND',
    });
    // It is no code that came by e-mail, nor one for another number.
    expect(await act('resetPassword', { code, newPassword: NEW_PASSWORD })).toMatchObject({
      code: 'CODE_NOT_FOUND',
    });
    expect(await act('resetPassword', { ...reset, phone: someNumber(), code })).toMatchObject({
      code: 'CODE_NOT_FOUND',
    });
    const both = await Promise.all([1, 2].map(() => act('resetPassword', { ...reset, code })));
    expect(both.map((outcome) => outcome.__typename).toSorted()).toEqual([
      'CodeNotFound',
      'ResetPasswordSuccess',
    ]);
    expect(await me(viewer)).toBeNull();
    expect(await signIn(phone)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    const again = entered(await signIn(phone, NEW_PASSWORD));
    expect(await me(again.viewer)).toMatchObject({ isPhoneVerified: true });
    await eventually(async () => {
      await Promise.resolve();
      expect(center.texts.findLast(({ to }) => to === phone)?.text).toContain('baru saja diubah');
    });
  });

  it('is asked for alike by everybody, and sends nothing to a number that nobody has', async () => {
    const { phone } = await newcomer();
    const nobodys = someNumber();
    const [known, unknown] = [
      await act('requestPasswordReset', { phone }),
      await act('requestPasswordReset', { phone: nobodys }),
    ];
    expect(known).toEqual({
      __typename: 'RequestPasswordResetSuccess',
      areEmailsSent: true,
      areTextMessagesSent: true,
    });
    expect(unknown).toEqual(known);
    expect(digitsSentTo(center, nobodys)).toBeNull();
  });

  it("takes an app away that a stranger had added before the number was anybody's", async () => {
    const { phone, viewer } = await newcomer();
    const first = await digits(phone);
    await enrol(users, viewer);
    await act('requestPasswordReset', { phone });
    await act('resetPassword', { phone, code: await digits(phone, first), newPassword: NEW_PASSWORD });
    expect((await signIn(phone, NEW_PASSWORD)).__typename).toBe('SignInSuccess');
  });

  it('allows five tries for a number in 15 minutes, known or not', async () => {
    for (const phone of [(await newcomer()).phone, someNumber()]) {
      const tries: (string | undefined)[] = [];
      for (let attempt = 0; attempt < 6; attempt += 1) {
        const reset = { phone, code: '000000', newPassword: NEW_PASSWORD };
        tries.push((await act('resetPassword', reset)).code);
      }
      expect(tries).toEqual([...Array.from({ length: 5 }, () => 'CODE_NOT_FOUND'), 'TOO_MANY_ATTEMPTS']);
    }
  });
});

describe('somebody with an e-mail address', () => {
  const proof = { password: PASSWORD };

  it('adds a number, is known by both, and removes it', async () => {
    const email = 'dua@contoh.test';
    const { viewer } = await arrive(users, email);
    await eventually(async () => {
      await Promise.resolve();
      expect(codeIn(post, email, 'verifikasi alamat surel')).not.toBeNull();
    });
    await act('verifyEmail', { code: codeIn(post, email, 'verifikasi alamat surel') }, viewer);
    const phone = someNumber();
    const badProof = await act('changePhone', { proof: { password: 'salah' }, phone }, viewer);
    expect(badProof).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    expect(await act('changePhone', { proof, phone }, viewer)).toMatchObject({
      __typename: 'ChangePhoneSuccess',
    });
    expect(await me(viewer)).toEqual({ email, phone: null, isPhoneVerified: false });
    expect(await signIn(phone)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await act('verifyPhone', { code: await digits(phone) }, viewer);
    expect(await me(viewer)).toEqual({ email, phone, isPhoneVerified: true });
    expect((await signIn(phone)).__typename).toBe('SignInSuccess');
    expect((await act('signIn', { email, password: PASSWORD })).__typename).toBe('SignInSuccess');
    expect(await act('removePhone', { proof }, viewer)).toMatchObject({ __typename: 'RemovePhoneSuccess' });
    expect(await signIn(phone)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await eventually(async () => {
      await Promise.resolve();
      const told = post.letters.filter((letter) => letter.includes('nomor telepon diubah'));
      expect(told).toHaveLength(2);
    });
  });

  it('does not get the number of another account, and learns of it only by having it', async () => {
    const { phone } = await newcomer();
    const first = await digits(phone);
    const { viewer } = await arrive(users, 'lain@contoh.test');
    const free = await act('changePhone', { proof, phone: someNumber() }, viewer);
    expect(await act('changePhone', { proof, phone }, viewer)).toEqual(free);
    const code = await digits(phone, first);
    expect(await act('verifyPhone', { code }, viewer)).toMatchObject({ code: 'PHONE_TAKEN' });
    expect(await me(viewer)).toMatchObject({ phone: null });
  });

  it('shares a number with nobody who proves it in the same instant', async () => {
    const [one, other] = [
      await arrive(users, 'serentak.1@contoh.test'),
      await arrive(users, 'serentak.2@contoh.test'),
    ];
    for (let time = 0; time < 3; time += 1) {
      const phone = someNumber();
      await act('changePhone', { proof, phone }, one.viewer);
      const first = await digits(phone);
      await act('changePhone', { proof, phone }, other.viewer);
      const second = await digits(phone, first);
      const both = await Promise.all([
        act('verifyPhone', { code: first }, one.viewer),
        act('verifyPhone', { code: second }, other.viewer),
      ]);
      expect(both.map((outcome) => outcome.__typename).toSorted()).toEqual([
        'PhoneTaken',
        'VerifyPhoneSuccess',
      ]);
    }
  });

  it("loses a stranger's telephone with the first reset by e-mail", async () => {
    const email = 'didahului@contoh.test';
    const stranger = await arrive(users, email);
    const phone = someNumber();
    await act('changePhone', { proof, phone }, stranger.viewer);
    await act('verifyPhone', { code: await digits(phone) }, stranger.viewer);
    await act('requestPasswordReset', { email });
    await eventually(async () => {
      await Promise.resolve();
      expect(codeIn(post, email, 'kata sandi baru')).not.toBeNull();
    });
    const code = codeIn(post, email, 'kata sandi baru');
    await act('resetPassword', { code, newPassword: NEW_PASSWORD });
    expect(await signIn(phone, NEW_PASSWORD)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  it('keeps a number without which nobody could sign in', async () => {
    const { viewer } = await newcomer();
    expect(await act('removePhone', { proof }, viewer)).toMatchObject({ code: 'LAST_CONTACT' });
  });
});

describe('text messages', () => {
  it('are three in an hour to a number, whatever for and whether anybody has it', async () => {
    const known = someNumber();
    await signUp(known);
    await act('requestPasswordReset', { phone: known });
    expect(await signUp(known)).toMatchObject({ __typename: 'SignUpSuccess' });
    expect(await act('requestPasswordReset', { phone: known })).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    const unknown = someNumber();
    const answers = [];
    for (let message = 0; message < 4; message += 1) {
      answers.push((await act('requestPasswordReset', { phone: unknown })).__typename);
    }
    expect(answers.at(2)).toBe('RequestPasswordResetSuccess');
    expect(answers.at(3)).toBe('TooManyAttempts');
  });

  it('are handed in again when the gateway did not take them, and once', async () => {
    const phone = someNumber();
    await allSent();
    center.isOpen = false;
    const asked = center.asked;
    await signUp(phone);
    await eventually(async () => {
      await Promise.resolve();
      expect(center.asked).toBe(asked + 1);
    });
    center.isOpen = true;
    users.clock.set(new Date(users.clock.now().getTime() + 10_000));
    await allSent();
    expect(center.texts.filter(({ to }) => to === phone)).toHaveLength(1);
  });

  it('are not offered where none are sent', async () => {
    const without = await runUsers();
    const given = { phone: someNumber(), password: PASSWORD };
    expect(await act('signUp', { ...given, displayName: 'Siti' }, undefined, without)).toMatchObject({
      code: 'SIGN_IN_WAY_NOT_OFFERED',
    });
    expect(await act('signIn', given, undefined, without)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await without.close();
  }, 30_000);
});

describe('a number', () => {
  it('stands in no table as it is, and goes with the account', async () => {
    await allSent();
    center.isOpen = false;
    const { phone, viewer, accountId } = await newcomer();
    const everything = async (): Promise<string> => {
      const tables = await app.query<{ name: string }[]>(
        `select table_name as name from information_schema.tables where table_schema = 'users'`,
      );
      const rows = await Promise.all(
        tables.map(({ name }) => app.query<object[]>(`select row_to_json(t)::text from "${name}" t`)),
      );
      return JSON.stringify(rows);
    };
    const before = await everything();
    expect(before).toContain(accountId);
    expect(before).not.toContain(phone.slice(3));
    const { data } = await users.ask('{ me { export { json } } }', {}, viewer);
    const { json } = (data?.me as { export: { json: string } }).export;
    expect(JSON.parse(json)).toMatchObject({ account: { email: null, phone } });
    const erased = await act('eraseAccount', { proof: { password: PASSWORD }, confirm: true }, viewer);
    expect(erased.__typename).toBe('EraseAccountSuccess');
    const left = await app.query<object[]>(
      `select (select count(*)::int from account where id = $1) as accounts,
              (select count(*)::int from phone_code where account_id = $1) as codes,
              (select count(*)::int from text_message) as messages`,
      [accountId],
    );
    center.isOpen = true;
    expect(left).toEqual([{ accounts: 0, codes: 0, messages: 0 }]);
    expect((await signUp(phone)).__typename).toBe('SignUpSuccess');
  });
});
