import fastify, { type FastifyInstance } from 'fastify';
import { BODY_LIMIT, UPLOAD_MS, UPLOADS } from './limits.js';
import { answerFailuresAsGraphQL } from './failures.js';
import type { PresentError } from '../errors/present-error.js';

const REQUEST_MS = 10_000;
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
    requestTimeout: UPLOAD_MS, // of a file; all else is hurried below
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 1_000,
    forceCloseConnections: 'idle',
    trustProxy: false,
    http: { headersTimeout: 8_000, maxHeaderSize: 8 * 2 ** 10 },
  });
  server.server.maxHeadersCount = MAX_HEADERS;
  server.server.maxConnections = MAX_CONNECTIONS;
  server.removeContentTypeParser('text/plain');
  hurryRequests(server);
  addSecurityHeaders(server, isProduction);
  answerFailuresAsGraphQL(server, present);
  return server;
}

/** A file may take minutes to arrive; nothing else gets so long. */
function hurryRequests(server: FastifyInstance): void {
  server.addHook('onRequest', ({ raw, url }, _, done) => {
    if (!UPLOADS.some((place) => url.startsWith(place))) {
      const timer = setTimeout(() => {
        if (!raw.complete) raw.destroy();
      }, REQUEST_MS).unref();
      raw.once('close', () => {
        clearTimeout(timer);
      });
    }
    done();
  });
}

function addSecurityHeaders(server: FastifyInstance, isProduction: boolean): void {
  server.addHook('onRequest', (_, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    void reply.header('cache-control', 'no-store').header('x-frame-options', 'DENY');
    if (isProduction) void reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    done();
  });
}
