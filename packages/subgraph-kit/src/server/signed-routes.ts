import { Readable } from 'node:stream';
import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import {
  type Logger,
  routeBody,
  type SubgraphName,
  VIEWER_HEADER,
  verifyViewer,
} from '@satu-pintu/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request beside the graph that the gateway has signed. */
export interface SignedRequest {
  readonly viewer: Viewer;
  /** What follows the route's prefix in the address. */
  readonly rest: string;
  /** The body as it arrives; it fails when the sender goes away. */
  readonly body: Readable;
}

/** What is answered: an object as JSON, or bytes. */
export interface RouteAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object | Readable;
}

/** One way beside the graph. */
export interface SignedRoute {
  readonly method: 'GET' | 'PUT';
  /** Ends with a slash: `/files/`. */
  readonly prefix: string;
  answer(request: SignedRequest): Promise<RouteAnswer>;
}

interface RouteServing {
  readonly name: SubgraphName;
  readonly viewerKey: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signedRoutes?: readonly SignedRoute[];
}

/** Serves routes whose bodies are taken as they come, to the gateway alone: method and address are signed. */
export async function serveSignedRoutes(server: FastifyInstance, serving: RouteServing): Promise<void> {
  await server.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => {
      parsed(null, payload);
    });
    for (const route of serving.signedRoutes ?? []) addRoute(scope, route, serving);
    done();
  });
}

function addRoute(scope: FastifyInstance, route: SignedRoute, serving: RouteServing): void {
  scope.route({
    method: route.method,
    url: `${route.prefix}*`,
    bodyLimit: Number.MAX_SAFE_INTEGER, // whoever reads counts
    handler: async (request, reply) => {
      const viewer = viewerOf(request, serving);
      if (!viewer) return reply.code(401).send({ message: 'Only the gateway may ask.' });
      const rest = request.url.slice(route.prefix.length);
      const body = request.body instanceof Readable ? request.body : Readable.from([]);
      try {
        const answer = await route.answer({ viewer, rest, body });
        return await reply
          .code(answer.status)
          .headers(answer.headers ?? {})
          .send(answer.body);
      } catch (error) {
        serving.logger.error({ err: error, route: route.prefix }, 'a route beside the graph failed');
        return reply.code(500).send({ message: 'Something went wrong on our side.' });
      }
    },
  });
}

function viewerOf({ headers, method, url }: FastifyRequest, serving: RouteServing): Viewer | null {
  const header = headers[VIEWER_HEADER];
  const text = typeof header === 'string' ? header : undefined;
  return verifyViewer(text, serving.name, routeBody(method, url), serving.viewerKey, serving.clock.now());
}
