import { GraphQLError } from 'graphql';

/** Codes that a client may ever see; anything else is masked. */
export const PUBLIC_ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
] as const;

export type PublicErrorCode = (typeof PUBLIC_ERROR_CODES)[number];

/** The request needs a signed-in viewer. */
export function unauthenticated(message = 'Sign in first.'): GraphQLError {
  return publicError('UNAUTHENTICATED', message);
}

/** The viewer is known and may not do this. Never used where it would tell hidden from absent. */
export function forbidden(message = 'You may not do this.'): GraphQLError {
  return publicError('FORBIDDEN', message);
}

/** An argument cannot be right, whoever sends it; the sentence names it. */
export function badUserInput(message: string): GraphQLError {
  return publicError('BAD_USER_INPUT', message);
}

/** Too many tries; `retryAfterSeconds` says when the next one counts. */
export function rateLimited(retryAfterSeconds: number): GraphQLError {
  return publicError('RATE_LIMITED', 'Too many tries. Wait a while.', { retryAfterSeconds });
}

function publicError(
  code: PublicErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}
