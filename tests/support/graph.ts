import { stack } from './stack.js';

/** Who asks; null for a visitor. */
export type Asker = { readonly token: string } | null;

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}

/** What came back, as it came. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null;
  readonly errors: readonly GraphError[];
  /** The whole body, to look for what must not be in it. */
  readonly text: string;
}

/** Asks the gateway in English; whatever comes back is an answer, errors included. */
export async function request<Data>(
  query: string,
  variables: object = {},
  asker: Asker = null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> {
  return send<Data>(JSON.stringify({ query, variables }), {
    'accept-language': 'en',
    ...(asker && { authorization: `Bearer ${asker.token}` }),
    ...headers,
  });
}

/** Sends any body to the gateway. */
export async function send<Data>(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> {
  const response = await fetch(stack.gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(15_000),
  });
  const text = await response.text();
  const answer = JSON.parse(text) as { data?: Data | null; errors?: readonly GraphError[] };
  const { status } = response;
  return { status, headers: response.headers, data: answer.data ?? null, errors: answer.errors ?? [], text };
}

/** Asks where an answer without errors is taken for granted. */
export async function ask<Data>(query: string, variables: object = {}, asker: Asker = null): Promise<Data> {
  const { data, errors, text } = await request<Data>(query, variables, asker);
  if (!data || errors.length > 0) throw new Error(text);
  return data;
}

/** What a mutation answered: its success type with the report, or a problem. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly state?: string;
  readonly accessCode?: string;
  readonly report?: { readonly id: string; readonly trackingId: string; readonly state: string } | null;
}

/** Sends one mutation about a report and gives back its outcome. */
export function act(
  name: string,
  input: object,
  asker: Asker,
  headers: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return outcomeOf<Outcome>(mutation(name), { input }, asker, headers);
}

/** The `outcome` of a mutation; where the gateway already turns its sender away, the code with which it does. */
export async function outcomeOf<Result extends { readonly code?: string }>(
  query: string,
  variables: object,
  asker: Asker,
  headers: Readonly<Record<string, string>> = {},
): Promise<Result | TurnedAway> {
  const { data, errors, text } = await request<{ outcome: Result }>(query, variables, asker, headers);
  if (data) return data.outcome;
  const code = errors[0]?.extensions.code;
  if (code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED') throw new Error(text);
  return { __typename: 'TurnedAway', code };
}

/** What the gateway answers to whoever holds no post for a mutation. */
export interface TurnedAway {
  readonly __typename: 'TurnedAway';
  readonly code: 'FORBIDDEN' | 'UNAUTHENTICATED';
}

function mutation(name: string): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const isNew = name === 'submitReport';
  return /* GraphQL */ `
    mutation ($input: ${type}Input!) {
      outcome: ${name}(input: $input) {
        __typename
        ... on Problem { code message }
        ... on InvalidInput { field }
        ${isNew ? '' : '... on ReportNotInState { state }'}
        ... on ${type}Success { ${isNew ? 'accessCode' : ''} report { id trackingId state } }
      }
    }
  `;
}
