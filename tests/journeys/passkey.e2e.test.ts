import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PasskeyDevice } from '@satu-pintu/test-kit';
import { ask, type Asker } from '../support/graph.js';
import { filed } from '../support/reports.js';

const EMAIL = `kunci.${randomUUID()}@contoh.test`;
const PASSWORD = 'kata sandi yang panjang';

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly options?: string;
  readonly accessToken?: string;
  readonly passkey?: { readonly name: string };
}

describe('A citizen with a passkey', () => {
  // Where a development house is opened.
  const telephone = new PasskeyDevice('http://localhost:4000');
  let siti: Asker;

  beforeAll(async () => {
    await ask('mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
      input: { email: EMAIL, password: PASSWORD, displayName: 'Siti' },
    });
    const { accessToken } = await act('signIn', { email: EMAIL, password: PASSWORD });
    siti = { token: accessToken ?? '' };
  }, 60_000);

  it('adds it once, with the password', async () => {
    const wrong = await act('beginPasskeyRegistration', { proof: { password: 'salah' } }, siti);
    expect(wrong.code).toBe('OWNER_NOT_PROVEN');
    const begun = await act('beginPasskeyRegistration', { proof: { password: PASSWORD } }, siti);
    const credential = telephone.create(begun.options ?? '');
    const added = await act('finishPasskeyRegistration', { credential, name: 'Ponsel saya' }, siti);
    expect(added.passkey).toEqual({ name: 'Ponsel saya' });
    const again = await act('finishPasskeyRegistration', { credential, name: 'Ponsel saya' }, siti);
    expect(again.code).toBe('PASSKEY_NOT_ACCEPTED');
  });

  it('signs in with it, no address typed, and finds the own reports', async () => {
    const report = await filed(siti);
    const credential = telephone.get(await asked());
    const { accessToken } = await act('signInWithPasskey', { credential });
    const { me } = await ask<{ me: { email: string; passkeys: object[] } }>(
      '{ me { email passkeys { name isBlocked } } }',
      {},
      { token: accessToken ?? '' },
    );
    expect(me).toEqual({ email: EMAIL, passkeys: [{ name: 'Ponsel saya', isBlocked: false }] });
    const { report: own } = await ask<{ report: { id: string } | null }>(
      'query ($id: ID!) { report(trackingId: $id) { id } }',
      { id: report.trackingId },
      { token: accessToken ?? '' },
    );
    expect(own).toEqual({ id: report.id });
    expect((await act('signInWithPasskey', { credential })).code).toBe('PASSKEY_NOT_ACCEPTED');
  });

  it('is not let in through a page that looks like ours', async () => {
    const credential = telephone.get(await asked(), { origin: 'https://lapor.contoh.test' });
    expect((await act('signInWithPasskey', { credential })).code).toBe('PASSKEY_NOT_ACCEPTED');
  });
});

const GIVES: Readonly<Record<string, string>> = {
  signIn: '... on SignInSuccess { accessToken }',
  beginPasskeyRegistration: '... on BeginPasskeyRegistrationSuccess { options }',
  finishPasskeyRegistration: '... on FinishPasskeyRegistrationSuccess { passkey { name } }',
  signInWithPasskey: '... on SignInSuccess { accessToken }',
};

async function asked(): Promise<string> {
  const { outcome } = await ask<{ outcome: Outcome }>(
    '{ outcome: passkeyChallenge { ... on PasskeyChallenge { options } } }',
  );
  return outcome.options ?? '';
}

async function act(name: string, input: object, asker: Asker = null): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const { outcome } = await ask<{ outcome: Outcome }>(
    `mutation ($input: ${type}) { outcome: ${name}(input: $input) {
       __typename ... on Problem { code message } ${GIVES[name] ?? ''} } }`,
    { input },
    asker,
  );
  return outcome;
}
