import { decodeJwt } from 'jose';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { GraphAnswer } from '@satu-pintu/test-kit';
import { type RunningUsersTest, signedIn } from './running-users.js';

const PASSWORD = 'kata sandi yang panjang';

/** Tokens as a client gets them. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: string;
  readonly sessionExpiresAt: string;
}

const SIGN_UP = /* GraphQL */ `
  mutation ($input: SignUpInput!) {
    signUp(input: $input) {
      __typename
      ... on SignUpSuccess {
        email
      }
      ... on Problem {
        code
        message
      }
      ... on InvalidInput {
        field
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`;

const SIGN_IN = /* GraphQL */ `
  mutation ($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInSuccess {
        accessToken
        refreshToken
        expiresAt
        sessionExpiresAt
      }
      ... on Problem {
        code
        message
      }
      ... on InvalidInput {
        field
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`;

export function signUp(
  { ask }: RunningUsersTest,
  email: string,
  password = PASSWORD,
  displayName = 'Siti Aminah',
): Promise<GraphAnswer> {
  return ask(SIGN_UP, { input: { email, password, displayName } });
}

export function signIn(
  { ask }: RunningUsersTest,
  email: string,
  password = PASSWORD,
  viewer?: Viewer,
): Promise<GraphAnswer> {
  return ask(SIGN_IN, { input: { email, password } }, viewer);
}

/** Signs in someone who can, and says what the gateway would then know. */
export async function enter(
  users: RunningUsersTest,
  email: string,
): Promise<{ readonly tokens: Tokens; readonly viewer: Viewer; readonly accountId: string }> {
  const { data } = await signIn(users, email);
  const tokens = data?.signIn as Tokens;
  const {
    sub: accountId = '',
    sid,
    apt,
  } = decodeJwt<{ sid: string; apt: Viewer['appointments'] }>(tokens.accessToken);
  return { tokens, accountId, viewer: signedIn(accountId, sid, apt) };
}

/** Makes an account and signs in. */
export async function arrive(
  users: RunningUsersTest,
  email: string,
  displayName?: string,
): ReturnType<typeof enter> {
  await signUp(users, email, PASSWORD, displayName);
  return enter(users, email);
}
