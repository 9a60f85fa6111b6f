import { stableId } from '@satu-pintu/domain-kit';
import { ask } from './graph.js';

/** The password of every demonstration account, as the README tells it. */
const DEMO_PASSWORD = 'satu-pintu-demo';

/** Someone signed in. */
export interface Person {
  readonly email: string;
  readonly accountId: string;
  readonly token: string;
}

const SIGN_IN = /* GraphQL */ `
  mutation ($email: String!, $password: String!) {
    signIn(input: { email: $email, password: $password }) {
      __typename
      ... on SignInSuccess {
        accessToken
      }
    }
  }
`;

/** Signs in with the demo password. */
export async function signIn(email: string): Promise<Person> {
  const { signIn: outcome } = await ask<{ signIn: { accessToken?: string } }>(SIGN_IN, {
    email,
    password: DEMO_PASSWORD,
  });
  if (outcome.accessToken === undefined)
    throw new Error(`${email} cannot sign in: ${JSON.stringify(outcome)}`);
  return { email, accountId: stableId('account', email), token: outcome.accessToken };
}

const EMAILS = {
  warga: 'warga@demo.test',
  warga2: 'warga2@demo.test',
  national: 'nasional@demo.test',
  coordinatorBandung: 'koordinator.bandung@demo.test',
  worksOfficer: 'petugas.dpupr.bandung@demo.test',
  coordinatorJabar: 'koordinator.jabar@demo.test',
  coordinatorKemenkes: 'koordinator.kemenkes@demo.test',
  ombudsman: 'ombudsman@demo.test',
  ksp: 'ksp@demo.test',
} as const;

export type People = Readonly<Record<keyof typeof EMAILS, Person>>;

/** Everybody of the demonstration, signed in. Tokens of staff live five minutes. */
export async function everybody(): Promise<People> {
  const signedIn = await Promise.all(
    Object.entries(EMAILS).map(async ([name, email]) => [name, await signIn(email)] as const),
  );
  return Object.fromEntries(signedIn) as unknown as People;
}
