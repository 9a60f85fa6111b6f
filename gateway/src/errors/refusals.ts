import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { PublicErrorCode } from '@satu-pintu/service-kit';

/** A refusal of the gateway itself; `status` is the HTTP status when nothing was executed. */
export function refusal(code: PublicErrorCode, message: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/** The access token has ended, was not made for us, or is no token. */
export function invalidToken(): GraphQLError {
  return refusal('UNAUTHENTICATED', 'The access token is not valid, or no longer. Sign in again.', 401);
}

/** A part that the answer needs is away; asking again later can help. */
export function unavailable(message = 'Part of the service is not available. Try again soon.'): GraphQLError {
  return refusal('UNAVAILABLE', message, 503);
}

/** The document goes beyond what one operation may ask. */
export function overLimit(message: string): GraphQLError {
  return refusal('GRAPHQL_VALIDATION_FAILED', message, 400);
}

/** One try too many from one network; nothing of the operation was done. */
export function tooManyRequests(retryAfterSeconds: number): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
  return new GraphQLError('Too many tries from your network. Wait a while.', {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds, http: { status: 429, headers } },
  });
}

/** The request itself is not one that we serve. */
export function badRequest(message: string, status = 400): GraphQLError {
  return refusal('BAD_USER_INPUT', message, status);
}
