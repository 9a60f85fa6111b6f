import { getOperationAST, getVariableValues, GraphQLError, OperationTypeNode, validate } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { badRequest } from '../errors/refusals.js';
import type { Asker } from '../identity/asker.js';
import type { Planner } from '../planning/planner.js';
import type { Guard } from '../policy/guard.js';
import type { Admission } from '../protection/admission.js';
import type { Subscribed } from './answer-event.js';

/** Reads subscriptions under the same limits and rules as operations over HTTP. */
export interface SubscriptionReader {
  /** A planned subscription; throws a GraphQLError, or a list of them, for what cannot be subscribed to. */
  read(payload: SubscribePayload, asker: Asker): Subscribed;
}

/** Several complaints about one document. */
export class Complaints extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('The operation is not valid.');
  }
}

/** The steps of reading: limits, syntax, kind, validity, variables, rights, plan. */
export function createSubscriptionReader(
  admission: Admission,
  guard: Guard,
  planner: Planner,
  hideSuggestions: boolean,
): SubscriptionReader {
  return {
    read(payload, asker) {
      const document = coded('GRAPHQL_PARSE_FAILED', () => admission.read(payload.query));
      const operationName = payload.operationName ?? undefined;
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
        throw badRequest('Only subscriptions are served over WebSocket. Send queries and mutations by POST.');
      }
      const { api } = planner.schemas;
      refuse('GRAPHQL_VALIDATION_FAILED', validate(api, document, undefined, { hideSuggestions }));
      const given = payload.variables ?? {};
      refuse(
        'BAD_USER_INPUT',
        getVariableValues(api, operation.variableDefinitions ?? [], given).errors ?? [],
      );
      guard({ schema: api, document, operation, variables: given, asker });
      const plan = planner.planSubscription(payload.query, document, operationName);
      return { plan, variables: onlyDeclared(given, operation.variableDefinitions ?? []), asker };
    },
  };
}

/** Variables that the operation does not declare must not split those who ask the same. */
function onlyDeclared(
  given: Readonly<Record<string, unknown>>,
  definitions: readonly { readonly variable: { readonly name: { readonly value: string } } }[],
): Readonly<Record<string, unknown>> {
  const names = definitions
    .map(({ variable }) => variable.name.value)
    .filter((name) => given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}

function refuse(code: string, errors: readonly GraphQLError[]): void {
  if (errors.length > 0) throw new Complaints(errors.map((error) => withCode(error, code)));
}

function coded<Value>(code: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, code) : error;
  }
}

/** Errors of the GraphQL library carry no code of their own; ours do. */
function withCode(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  const { message, nodes, source, positions } = error;
  const where = { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null };
  return new GraphQLError(message, { ...where, extensions: { code } });
}
