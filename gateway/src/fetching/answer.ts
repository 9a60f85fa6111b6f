import type { GraphQLFormattedError } from 'graphql';
import { SubgraphFailed } from './failures.js';

/** A subgraph's answer as the executor takes it. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** Codes by which a subgraph speaks to the client; its other codes speak to us, and leave masked. */
const FOR_CLIENTS: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
]);

/** Reads the body of an answer; throws for what is no GraphQL answer. */
export function readAnswer(body: string): SubgraphAnswer {
  const answer = parseAnswer(body);
  return answer.errors ? { ...answer, errors: answer.errors.map(withoutInternals) } : answer;
}

/** The answer in place of the one that did not come. No address and no cause; those are in the log. */
export function unanswered(error: unknown): SubgraphAnswer {
  const code = error instanceof SubgraphFailed ? 'INTERNAL_SERVER_ERROR' : 'UNAVAILABLE';
  return {
    errors: [{ message: 'Part of the service is not available. Try again soon.', extensions: { code } }],
  };
}

/** An error of a subgraph, with nothing in it that only concerns us. */
export function withoutInternals(error: GraphQLFormattedError): GraphQLFormattedError {
  const { code } = error.extensions ?? {};
  return FOR_CLIENTS.has(code)
    ? error
    : { ...error, extensions: { ...error.extensions, code: 'INTERNAL_SERVER_ERROR' } };
}

function parseAnswer(body: string): SubgraphAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    throw new SubgraphFailed('The answer is not JSON.');
  }
  if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) {
    return answer as SubgraphAnswer;
  }
  throw new SubgraphFailed('The answer is no GraphQL answer.');
}
