import fastify, { type FastifyInstance } from 'fastify';
import { BODY_LIMIT } from './limits.js';
import { answerFailuresAsGraphQL } from './failures.js';
import type { PresentError } from '../errors/present-error.js';

const MAX_CONNECTIONS = 12_000;
const MAX_HEADERS = 64;

/**
 * The HTTP server before anything is served: small bodies and headers, JSON alone, and no patience with clients that
 * send byte by byte. `forceCloseConnections` lets a stop end idle connections at once.
 */
export function createEdge(present: PresentError, isProduction: boolean): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    connectionTimeout: 10_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 1_000,
    forceCloseConnections: 'idle',
    trustProxy: false,
    http: { headersTimeout: 8_000, maxHeaderSize: 8 * 2 ** 10 },
  });
  server.server.maxHeadersCount = MAX_HEADERS;
  server.server.maxConnections = MAX_CONNECTIONS;
  server.removeContentTypeParser('text/plain');
  addSecurityHeaders(server, isProduction);
  answerFailuresAsGraphQL(server, present);
  return server;
}

function addSecurityHeaders(server: FastifyInstance, isProduction: boolean): void {
  server.addHook('onRequest', (_, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    void reply.header('cache-control', 'no-store').header('x-frame-options', 'DENY');
    if (isProduction) void reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    done();
  });
}
