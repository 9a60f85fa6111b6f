import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { Viewer } from '@satu-pintu/domain-kit';
import { type Closable, maskError, VIEWER_HEADER, verifyViewer } from '@satu-pintu/service-kit';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { serveSignedRoutes } from './signed-routes.js';
import { serveSubscriptions } from './serve-subscriptions.js';
import type { SubgraphServerOptions } from './subgraph-server-options.js';

/** Entity fetches carry many keys; still far from what could hurt. */
const BODY_LIMIT = 2 * 2 ** 20;
const REQUEST_MS = 10_000;
const STREAM_MS = 180_000;

/** A subgraph that listens. */
export interface ServedSubgraph extends Closable {
  readonly port: number;
}

/**
 * Serves a subgraph to the gateway alone: whoever brings no viewer signed for this subgraph and this body is answered
 * 401 and nothing else, `_service` and `_entities` included.
 */
export async function serveSubgraph<Context extends object>(
  options: SubgraphServerOptions<Context>,
): Promise<ServedSubgraph> {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    // The gateway is in no hurry for the citizen who sends a file from a village.
    requestTimeout: options.signedRoutes ? STREAM_MS : REQUEST_MS,
    keepAliveTimeout: 72_000,
  });
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: false,
    csrfPrevention: false, // no browser can bring a signed viewer
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin<Context>(server),
    ],
    formatError: (formatted, cause) => maskError(formatted, cause, options.logger),
  });
  await apollo.start();

  keepRawBody(server);
  addHealth(server, options.isReady);
  options.addRoutes?.(server);
  await serveSignedRoutes(server, options);
  server.post('/graphql', {
    preHandler: async (request, reply) => {
      const viewer = readViewer(request, options);
      if (viewer) viewers.set(request, viewer);
      else await reply.code(401).send({ errors: [{ message: 'Only the gateway may ask.' }] });
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => options.createContext(viewerOf(request)),
    }),
  });
  const subscriptions = serveSubscriptions(server.server, options);
  await server.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    async close() {
      await subscriptions.close();
      await apollo.stop();
      await server.close();
    },
  };
}

const rawBodies = new WeakMap<FastifyRequest, string>();
const viewers = new WeakMap<FastifyRequest, Viewer>();

/** The signature covers the bytes as they came, so they are kept beside what they parse to. */
function keepRawBody(server: FastifyInstance): void {
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    try {
      rawBodies.set(request, String(body));
      done(null, JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
    }
  });
}

function readViewer<Context extends object>(
  request: FastifyRequest,
  { name, viewerKey, clock }: SubgraphServerOptions<Context>,
): Viewer | null {
  const header = request.headers[VIEWER_HEADER];
  const text = typeof header === 'string' ? header : undefined;
  return verifyViewer(text, name, rawBodies.get(request) ?? '', viewerKey, clock.now());
}

function viewerOf(request: FastifyRequest): Viewer {
  const viewer = viewers.get(request);
  if (!viewer) throw new Error('A request passed without its viewer.');
  return viewer;
}

function addHealth(server: FastifyInstance, isReady: () => Promise<boolean>): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_, reply) => {
    const ready = await isReady().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}
