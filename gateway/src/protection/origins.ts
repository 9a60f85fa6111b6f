import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

/** Whether a page of this origin may talk to us; programs send no origin and are let in. */
export type OriginRule = (headers: IncomingHttpHeaders) => boolean;

/** Pages of the listed origins, and our own pages under whatever name the gateway was reached by. */
export function allowOrigins(allowed: readonly string[]): OriginRule {
  const listed = new Set(allowed);
  return ({ origin, host }) => origin === undefined || listed.has(origin) || hostOf(origin) === host;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** What pages may send where. */
const PREFLIGHTS = [
  ['/graphql', 'POST'],
  ['/files/*', 'GET, PUT'],
] as const;

/** Tells browsers which foreign pages may read our answers (CORS). No cookies are used, so none are allowed. */
export function addCors(server: FastifyInstance, isAllowed: OriginRule): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    void reply.header('vary', 'origin');
    if (origin !== undefined && isAllowed(request.headers)) {
      void reply.header('access-control-allow-origin', origin);
    }
    done();
  });
  for (const [path, methods] of PREFLIGHTS) {
    server.options(path, (_, reply) =>
      reply
        .header('access-control-allow-methods', methods)
        .header('access-control-allow-headers', 'content-type, authorization, accept-language')
        .header('access-control-max-age', '600')
        .code(204)
        .send(),
    );
  }
}
