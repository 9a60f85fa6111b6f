import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.js';

/** An object as it came out of JSON. */
export type JsonObject = Record<string, unknown>;

/** One execution of an operation. */
export interface Run {
  readonly context: RequestContext;
  /** As the client sent them. */
  readonly variables: Readonly<JsonObject>;
  /** All that was fetched until now, in the shape of the operation, keys for further fetches included. */
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
}

/** One part of a plan. */
export type Step = (run: Run) => Promise<void>;
