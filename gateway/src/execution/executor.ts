import type { ApolloGateway } from '@apollo/gateway';
import { getVariableValues, GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Planner } from '../planning/planner.js';
import type { RequestContext } from '../request-context.js';
import type { Compile, Execute, Executed } from './compiled-operation.js';

type LibraryExecutor = ApolloGateway['executor'];
type ExecutorRequest = Parameters<LibraryExecutor>[0];

const REMEMBERED_OPERATIONS = 1_000;

/** A compiled operation, and a check of the variables that it is given. */
interface Prepared {
  readonly execute: Execute;
  check(variables: Readonly<Record<string, unknown>>): readonly GraphQLError[];
}

/**
 * Executes the planner's plans: an operation is planned and compiled when it is first seen and only executed after that.
 * What this executor does not know (introspection, deferred parts) is left to the library's, which must otherwise give
 * the same answers; a test compares the two.
 */
export function createExecutor(planner: Planner, compile: Compile, library: LibraryExecutor) {
  const operations = new LRUCache<string, Prepared | 'left to the library'>({ max: REMEMBERED_OPERATIONS });

  const prepare = ({
    document,
    request: { operationName },
  }: ExecutorRequest): Prepared | 'left to the library' => {
    try {
      const operation = planner.contextOf(document, operationName);
      const { node } = planner.plan(document, operationName);
      if (node?.kind === 'Subscription') return 'left to the library';
      const definitions = operation.operation.variableDefinitions ?? [];
      return {
        execute: compile({ operation, plan: node }),
        check: (variables) => {
          if (definitions.length === 0) return [];
          return getVariableValues(operation.schema, definitions, variables).errors ?? [];
        },
      };
    } catch {
      return 'left to the library'; // whose errors are then the answer
    }
  };

  return async (request: ExecutorRequest): Promise<Executed> => {
    if (!isResolved(request))
      return { errors: [new GraphQLError('Say by operationName which operation is meant.')] };
    const key = `${request.queryHash}\n${request.request.operationName ?? ''}`;
    let prepared = operations.get(key);
    if (!prepared) operations.set(key, (prepared = prepare(request)));
    if (prepared === 'left to the library') return (await library(request)) as Executed;
    const variables = request.request.variables ?? {};
    const complaints = prepared.check(variables);
    if (complaints.length > 0) return { errors: [...complaints] };
    return prepared.execute(variables, request.context as RequestContext);
  };
}

/** The server hands over even a document whose operation it could not find, whatever its types say. */
function isResolved({ operation }: { readonly operation?: unknown }): boolean {
  return operation !== undefined;
}
