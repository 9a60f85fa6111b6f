import { decodeJwt } from 'jose';
import { Secret, TOTP } from 'otpauth';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { GraphAnswer } from '@satu-pintu/test-kit';
import { type RunningUsersTest, signedIn } from './running-users.js';

export const PASSWORD = 'kata sandi yang panjang';

/** Tokens as a client gets them. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: string;
  readonly sessionExpiresAt: string;
  readonly secondFactor: string;
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
        secondFactor
      }
      ... on SecondFactorRequired {
        challenge
        expiresAt
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
  return entered(data?.signIn as Tokens);
}

/** What the gateway would know from the tokens. */
export function entered(tokens: Tokens): {
  readonly tokens: Tokens;
  readonly viewer: Viewer;
  readonly accountId: string;
} {
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

/** The code that an authenticator app shows, now or some half minutes later. */
export function codeOf(users: RunningUsersTest, secret: string, stepsLater = 0): string {
  const timestamp = users.clock.now().getTime() + stepsLater * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Sets an authenticator app up, as its owner does; answers what it shares with us and the recovery codes. */
export async function enrol(
  users: RunningUsersTest,
  viewer: Viewer,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const begun = await users.ask(BEGIN, { input: { proof: { password: PASSWORD } } }, viewer);
  const { secret } = begun.data?.beginSecondFactor as { secret: string };
  const { data } = await users.ask(CONFIRM, { input: { code: codeOf(users, secret) } }, viewer);
  const { recoveryCodes } = data?.confirmSecondFactor as { recoveryCodes: readonly string[] };
  return { secret, recoveryCodes };
}

const BEGIN = /* GraphQL */ `
  mutation ($input: BeginSecondFactorInput!) {
    beginSecondFactor(input: $input) {
      ... on BeginSecondFactorSuccess {
        secret
      }
    }
  }
`;

const CONFIRM = /* GraphQL */ `
  mutation ($input: ConfirmSecondFactorInput!) {
    confirmSecondFactor(input: $input) {
      ... on ConfirmSecondFactorSuccess {
        recoveryCodes
      }
    }
  }
`;
