import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../log/logger.js';
import { PUBLIC_ERROR_CODES } from './raise.js';

/**
 * Lets errors with a public code pass without their stack; all else becomes one sentence with a correlation id,
 * and the cause goes to the log under that id.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  cause: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (isPublicCode(code)) {
    const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions };
  }
  const correlationId = randomUUID();
  logger.error({ correlationId, err: rootCause(cause), path: formatted.path }, 'masked error');
  return {
    message: `Something went wrong on our side. Mention ${correlationId} when you ask about it.`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
  };
}

function isPublicCode(code: unknown): boolean {
  return PUBLIC_ERROR_CODES.some((known) => known === code);
}

function rootCause(error: unknown): unknown {
  return error instanceof Error && 'originalError' in error ? (error.originalError ?? error) : error;
}
