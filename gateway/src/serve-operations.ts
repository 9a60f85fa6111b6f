import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Logger } from '@satu-pintu/service-kit';
import type { ServedGateway } from './execution/with-executor.js';
import type { PresentError } from './errors/present-error.js';
import { badRequest, refusal } from './errors/refusals.js';
import type { Identify } from './identity/identify.js';
import type { Guard } from './policy/guard.js';
import type { Admission } from './protection/admission.js';
import type { DoorKeeper } from './protection/door-keeper.js';
import { requestContext, type RequestContext } from './request-context.js';

/** What queries and mutations are served with. */
export interface OperationServing {
  readonly gateway: ServedGateway;
  readonly identify: Identify;
  readonly admission: Admission;
  readonly guard: Guard;
  readonly doorKeeper: DoorKeeper;
  readonly present: PresentError;
  readonly logger: Logger;
  readonly introspection: boolean;
  readonly isProduction: boolean;
}

/** Starts the GraphQL server, which loads the supergraph; it answers nothing until it is put behind a route. */
export async function startApollo(serving: OperationServing): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: serving.gateway,
    introspection: serving.introspection,
    hideSchemaDetailsFromClientErrors: serving.isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: serving.logger,
    formatError: serving.present,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      SUBSCRIPTIONS_ELSEWHERE,
      counting(serving.doorKeeper),
      guarding(serving.guard),
    ],
  });
  await apollo.start();
  return apollo;
}

/** Queries and mutations at `POST /graphql`; limits are checked before the server parses and validates. */
export function serveOperations(
  server: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  { identify, admission, doorKeeper }: OperationServing,
): void {
  server.post('/graphql', {
    preHandler: (request, _reply, done) => {
      try {
        const query = queryIn(request.body);
        if (query !== null) admission.admit(query);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) =>
        requestContext(await identify(introductionOf(request)), doorKeeper.networkOf(request.raw)),
    }),
  });
  server.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (_, reply) => {
      void reply.header('allow', 'POST');
      throw badRequest('Send operations by POST; subscriptions over WebSocket.', 405);
    },
  });
}

const SUBSCRIPTIONS_ELSEWHERE: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation }) {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        const hint = 'Subscribe over WebSocket (protocol graphql-transport-ws) at the same address.';
        throw refusal('BAD_USER_INPUT', hint, 400);
      },
    }),
};

/** Counts what a network tries before anything of it is done. */
function counting(doorKeeper: DoorKeeper): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, operation, request, contextValue: { asker, network } }) {
          if (operation && network !== null) {
            const isSignedIn = asker.claims !== null;
            const variables = request.variables ?? {};
            doorKeeper.count(network, { document, operation, variables, isSignedIn });
          }
          return Promise.resolve();
        },
      }),
  };
}

/** Asks before planning whether the sender may have what is asked. */
function guarding(guard: Guard): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (operation) {
            const { asker } = contextValue;
            guard({ schema, document, operation, variables: request.variables ?? {}, asker });
          }
          return Promise.resolve();
        },
      }),
  };
}

function introductionOf({ headers }: FastifyRequest) {
  return { authorization: headers.authorization, acceptLanguage: headers['accept-language'] };
}

function queryIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('query' in body)) return null;
  return typeof body.query === 'string' ? body.query : null;
}
