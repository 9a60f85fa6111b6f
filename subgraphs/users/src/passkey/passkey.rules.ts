import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';

/** So many passkeys has nobody; more would only make a list that nobody looks through. */
const PASSKEYS_AT_MOST = 10;

/** The account has as many as it may. */
export interface TooManyPasskeys {
  readonly kind: 'TooManyPasskeys';
}

/** May one more be added to so many? */
export function decideAddition(count: number): Decision<true, TooManyPasskeys> {
  return count < PASSKEYS_AT_MOST ? accept(true) : refuse({ kind: 'TooManyPasskeys' });
}

/** What its owner calls a passkey. */
export function readPasskeyName(text: string): Decision<string, InvalidInput> {
  return readText(text, { field: 'name', max: 60 });
}

/**
 * A counter that does not move on is told by a copy, or by the original after the copy was used (WebAuthn 6.1.1). Most
 * passkeys do not count at all and always say 0.
 */
export function isCopySuspected(lastCount: number, count: number): boolean {
  return (lastCount > 0 || count > 0) && count <= lastCount;
}

/** What a browser gives for a passkey (`PublicKeyCredential.toJSON()`), as far as it has to be a certain shape. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string; readonly userHandle?: string };
}

/** More is no answer of a passkey; attestations with certificates stay far below. */
const ANSWER_CHARACTERS = 20_000;

/** The answer in a text, or null when it is none. Whether it holds is not looked at here. */
export function readAnswer(text: string): PasskeyAnswer | null {
  const answer = text.length <= ANSWER_CHARACTERS ? parse(text) : null;
  if (!isRecord(answer) || typeof answer.id !== 'string' || !isRecord(answer.response)) return null;
  const { clientDataJSON, userHandle } = answer.response;
  if (typeof clientDataJSON !== 'string') return null;
  if (userHandle !== undefined && userHandle !== null && typeof userHandle !== 'string') return null;
  return answer as unknown as PasskeyAnswer;
}

/** The challenge that an answer says it is to; empty when it says none. */
export function challengeOf({ response }: PasskeyAnswer): string {
  const data = parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'));
  return isRecord(data) && typeof data.challenge === 'string' ? data.challenge : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
