import type { FastifyInstance } from 'fastify';

/** What readiness is judged by. */
export interface Readiness {
  /** Whether the process is being stopped, and should get no new work. */
  isStopping(): boolean;
  /** Whether signed-in viewers can be recognised. */
  knowsKeys(): boolean;
}

/**
 * `/health/live`: the event loop answers. `/health/ready`: the supergraph is loaded, since the server would not listen
 * otherwise, and tokens can be verified. A subgraph that is away does not count: the others still answer.
 */
export function addHealthRoutes(server: FastifyInstance, readiness: Readiness): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', (_, reply) => {
    const isReady = readiness.knowsKeys() && !readiness.isStopping();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
}
