import { randomUUID } from 'node:crypto';
import { codeOf } from './authenticator.js';
import { eventually } from './eventually.js';
import { ask, type Asker } from './graph.js';

/** Somebody with an account of their own, who is no part of the demonstration. */
export interface Newcomer {
  readonly email: string;
  readonly password: string;
}

/** What a mutation about an account answered. */
export interface AccountOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly accessToken?: string;
  readonly refreshToken?: string;
  readonly secondFactor?: string;
  readonly challenge?: string;
  readonly secret?: string;
  readonly recoveryCodes?: readonly string[];
  readonly retryAfterSeconds?: number;
}

const TOKENS = 'accessToken refreshToken secondFactor';
const GIVES: Readonly<Record<string, string>> = {
  signIn: `... on SignInSuccess { ${TOKENS} } ... on SecondFactorRequired { challenge }`,
  completeSignIn: `... on SignInSuccess { ${TOKENS} }`,
  completeStaffSignIn: `... on SignInSuccess { ${TOKENS} } ... on SecondFactorRequired { challenge }`,
  refreshSession: `... on RefreshSessionSuccess { ${TOKENS} }`,
  beginSecondFactor: '... on BeginSecondFactorSuccess { secret }',
  confirmSecondFactor: '... on ConfirmSecondFactorSuccess { recoveryCodes }',
};

/** Sends one mutation about an account and gives back its outcome. */
export async function account(name: string, input: object, asker: Asker = null): Promise<AccountOutcome> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const { outcome } = await ask<{ outcome: AccountOutcome }>(
    `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) {
       __typename ... on Problem { code message } ${GIVES[name] ?? ''} } }`,
    { input },
    asker,
  );
  return outcome;
}

/** Makes an account and signs in. */
export async function arrive(
  domain = 'contoh.test',
): Promise<Newcomer & { readonly session: Asker; readonly refreshToken: string }> {
  const newcomer = { email: `orang.${randomUUID()}@${domain}`, password: 'kata sandi yang panjang' };
  await account('signUp', { ...newcomer, displayName: 'Rini' });
  const { accessToken: token = '', refreshToken = '' } = await account('signIn', newcomer);
  return { ...newcomer, session: { token }, refreshToken };
}

/** Sets an authenticator app up; answers what it shares with the service, and the recovery codes. */
export async function enrol(
  { password }: Newcomer,
  session: Asker,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const { secret = '' } = await account('beginSecondFactor', { proof: { password } }, session);
  const { recoveryCodes = [] } = await account('confirmSecondFactor', { code: codeOf(secret) }, session);
  return { secret, recoveryCodes };
}

/** Appoints somebody new to an agency; answers the post and the code of the invitation. */
export async function invite(
  agencyId: string,
  role: string,
  by: Asker,
): Promise<{ readonly officerId: string; readonly code: string }> {
  const { appointOfficer } = await ask<{
    appointOfficer: { officer: { id: string }; invitation: { code: string } };
  }>(
    `mutation ($input: AppointOfficerInput!) { appointOfficer(input: $input) {
       ... on AppointOfficerSuccess { officer { id } invitation { code } } } }`,
    { input: { agencyId, role, name: 'Rini Wulandari' } },
    by,
  );
  return { officerId: appointOfficer.officer.id, code: appointOfficer.invitation.code };
}

/** Takes a post up, as soon as the service has heard of the invitation. */
export async function takeUp(code: string, session: Asker): Promise<void> {
  await eventually(async () => {
    const { __typename } = await account('acceptInvitation', { code }, session);
    if (__typename !== 'AcceptInvitationSuccess') throw new Error(__typename);
  });
}
