import type { FastifyInstance } from 'fastify';
import { getStaticFile } from 'ruru/static';
import { badRequest } from '../errors/refusals.js';
import { EXPLORER_FILES, explorerPage } from './explorer-page.js';

const ONE_HOUR = 'public, max-age=3600';

/** Serves the explorer at `/` from the files of the package that brings it; nothing is loaded from elsewhere. */
export function serveExplorer(server: FastifyInstance): void {
  const { html, contentSecurityPolicy } = explorerPage();
  server.get('/', (_, reply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(html),
  );
  server.get(`${EXPLORER_FILES}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: EXPLORER_FILES,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    if (!file) throw badRequest('There is nothing at this address.', 404);
    const { etag } = file.headers;
    if (etag !== undefined && request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.headers({ ...file.headers, 'cache-control': ONE_HOUR }).send(file.content);
  });
}
