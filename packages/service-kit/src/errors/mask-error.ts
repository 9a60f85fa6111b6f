import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../log/logger.js';
import { isOutage } from './outage.js';
import { PUBLIC_ERROR_CODES } from './raise.js';

/**
 * Lets errors with a public code pass without their stack, and those that another process has masked already. An
 * outage of the database says that trying again helps; all else becomes one sentence with a correlation id. The cause
 * goes to the log, under that id.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  cause: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const error = rootCause(cause);
  if (isPublic(formatted) || isMasked(formatted)) return withoutStack(asRaised(formatted, error));
  const path = formatted.path && { path: formatted.path };
  if (isOutage(error)) {
    logger.warn({ err: error, ...path }, 'the database is away or busy');
    return {
      message: 'The service is not available for a moment. Try again soon.',
      ...path,
      extensions: { code: 'UNAVAILABLE' },
    };
  }
  const correlationId = randomUUID();
  logger.error({ correlationId, err: error, ...path }, 'masked error');
  return {
    message: `Something went wrong on our side. Mention ${correlationId} when you ask about it.`,
    ...path,
    extensions: { code: MASKED, correlationId },
  };
}

const MASKED = 'INTERNAL_SERVER_ERROR';

function isPublic({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean {
  return PUBLIC_ERROR_CODES.some((known) => known === extensions?.code);
}

/** The HTTP layer gives every error of validation its own code; one that we raised there keeps ours. */
function asRaised(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (!(error instanceof GraphQLError) || !isPublic(error)) return formatted;
  return { ...formatted, extensions: { ...formatted.extensions, code: error.extensions.code } };
}

/** Masked where it happened: its id finds the line in that log, and a second one would hide it. */
function isMasked({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === MASKED && typeof extensions.correlationId === 'string';
}

function withoutStack(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, extensions };
}

function rootCause(error: unknown): unknown {
  return error instanceof Error && 'originalError' in error ? (error.originalError ?? error) : error;
}
