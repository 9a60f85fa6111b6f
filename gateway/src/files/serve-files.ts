import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@satu-pintu/service-kit';
import { badRequest, unavailable } from '../errors/refusals.js';
import type { Identify } from '../identity/identify.js';
import type { FileConnection } from './file-connection.js';
import { UPLOAD_MS } from '../protection/limits.js';
import { DOWNLOAD_MS, SILENCE_MS } from './file-limits.js';
import { FILE_WAYS, type FilePlace, type FileWay } from './file-ways.js';
import { incomingFile } from './incoming-file.js';

/** What files are served with: connections of its own for each way, so that none holds up another. */
export interface FileServing {
  readonly connections: Readonly<Record<FilePlace, FileConnection>>;
  readonly identify: Identify;
  readonly logger: Logger;
}

/** What follows the place in an address that a subgraph has made: nothing else is asked for. */
const SEALED = /^[\w-]{1,2000}$/;

/** What of the answer a client gets to see. */
const HEADERS = ['content-type', 'content-length', 'content-disposition', 'content-security-policy'] as const;

/** `PUT` takes a file in, `GET` hands one out, to or from whoever keeps it; both stream, neither keeps anything. */
export async function serveFiles(server: FastifyInstance, serving: FileServing): Promise<void> {
  await server.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    // Whoever keeps it counts, and says in words of its own what is too long.
    const takesAnyLength = { bodyLimit: Number.MAX_SAFE_INTEGER };
    for (const way of FILE_WAYS) {
      const { method, place } = way;
      if (method === 'PUT')
        scope.put(`${place}*`, takesAnyLength, (request, reply) => takeIn(request, reply, way, serving));
      else scope.get(`${place}*`, (request, reply) => handOut(request, reply, way, serving));
    }
    done();
  });
}

/** The address itself is the right to send: who sends is not asked, only in which language to answer. */
async function takeIn(
  { raw, url, headers }: FastifyRequest,
  reply: FastifyReply,
  way: FileWay,
  { connections, identify, logger }: FileServing,
): Promise<FastifyReply> {
  if (!isAddress(url, way)) throw notFound();
  const asker = await identify({ authorization: undefined, acceptLanguage: headers['accept-language'] });
  raw.socket.setTimeout(SILENCE_MS);
  try {
    const body = incomingFile(raw);
    const answer = await connections[way.place].send({
      method: 'PUT',
      path: url,
      asker,
      body,
      timeoutMs: UPLOAD_MS,
    });
    const text = await answer.body.text();
    if (!isForClients(answer.statusCode))
      throw new Error(`Its keeper answered ${String(answer.statusCode)}.`);
    return await reply.code(answer.statusCode).type('application/json').send(text);
  } catch (error) {
    logger.warn({ err: error }, 'a file was not taken in');
    throw unavailable();
  }
}

async function handOut(
  { url, headers }: FastifyRequest,
  reply: FastifyReply,
  way: FileWay,
  { connections, identify, logger }: FileServing,
): Promise<FastifyReply> {
  if (!isAddress(url, way)) throw notFound();
  const { authorization, 'accept-language': acceptLanguage } = headers;
  const asker = await identify({ authorization, acceptLanguage });
  try {
    const answer = await connections[way.place].send({
      method: 'GET',
      path: url,
      asker,
      timeoutMs: DOWNLOAD_MS,
    });
    if (!isForClients(answer.statusCode)) {
      await answer.body.dump();
      throw new Error(`Its keeper answered ${String(answer.statusCode)}.`);
    }
    for (const name of HEADERS) {
      const value = answer.headers[name];
      if (value !== undefined) void reply.header(name, value);
    }
    return await reply.code(answer.statusCode).send(answer.body);
  } catch (error) {
    logger.warn({ err: error }, 'a file was not handed out');
    throw unavailable();
  }
}

function isAddress(url: string, { place }: FileWay): boolean {
  return url.startsWith(place) && SEALED.test(url.slice(place.length));
}

/** A refusal of the gateway's own request speaks to us. */
function isForClients(status: number): boolean {
  return status !== 401 && (status < 500 || status === 503);
}

function notFound(): Error {
  return badRequest('There is nothing at this address.', 404);
}
