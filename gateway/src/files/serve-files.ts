import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@satu-pintu/service-kit';
import { badRequest, unavailable } from '../errors/refusals.js';
import type { Identify } from '../identity/identify.js';
import type { FileConnection } from './file-connection.js';
import { UPLOAD_MS, UPLOADS } from '../protection/limits.js';
import { DOWNLOAD_MS, SILENCE_MS } from './file-limits.js';
import { incomingFile } from './incoming-file.js';

/** What files are served with: a way in and a way out, so that neither holds up the other. */
export interface FileServing {
  readonly uploads: FileConnection;
  readonly downloads: FileConnection;
  readonly identify: Identify;
  readonly logger: Logger;
}

/** Addresses that reports has made: nothing else is asked for. */
const UPLOAD = /^\/files\/uploads\/[\w-]{1,2000}$/;
const DOWNLOAD = /^\/files\/[\w-]{1,2000}$/;

/** What of reports' answer a client gets to see. */
const HEADERS = ['content-type', 'content-length', 'content-disposition', 'content-security-policy'] as const;

/** `PUT /files/uploads/…` takes a file in, `GET /files/…` hands one out; both stream, neither keeps anything. */
export async function serveFiles(server: FastifyInstance, serving: FileServing): Promise<void> {
  await server.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    // Reports counts, and says in words of its own what is too long.
    const takesAnyLength = { bodyLimit: Number.MAX_SAFE_INTEGER };
    scope.put(`${UPLOADS}*`, takesAnyLength, (request, reply) => takeIn(request, reply, serving));
    scope.get('/files/*', (request, reply) => handOut(request, reply, serving));
    done();
  });
}

/** The address itself is the right to send: who sends is not asked, only in which language to answer. */
async function takeIn(
  { raw, url, headers }: FastifyRequest,
  reply: FastifyReply,
  { uploads, identify, logger }: FileServing,
): Promise<FastifyReply> {
  if (!UPLOAD.test(url)) throw notFound();
  const asker = await identify({ authorization: undefined, acceptLanguage: headers['accept-language'] });
  raw.socket.setTimeout(SILENCE_MS);
  try {
    const body = incomingFile(raw);
    const answer = await uploads.send({ method: 'PUT', path: url, asker, body, timeoutMs: UPLOAD_MS });
    const text = await answer.body.text();
    if (!isForClients(answer.statusCode)) throw new Error(`Reports answered ${String(answer.statusCode)}.`);
    return await reply.code(answer.statusCode).type('application/json').send(text);
  } catch (error) {
    logger.warn({ err: error }, 'a file was not taken in');
    throw unavailable();
  }
}

async function handOut(
  { url, headers }: FastifyRequest,
  reply: FastifyReply,
  { downloads, identify, logger }: FileServing,
): Promise<FastifyReply> {
  if (!DOWNLOAD.test(url)) throw notFound();
  const { authorization, 'accept-language': acceptLanguage } = headers;
  const asker = await identify({ authorization, acceptLanguage });
  try {
    const answer = await downloads.send({ method: 'GET', path: url, asker, timeoutMs: DOWNLOAD_MS });
    if (!isForClients(answer.statusCode)) {
      await answer.body.dump();
      throw new Error(`Reports answered ${String(answer.statusCode)}.`);
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

/** A refusal of the gateway's own request speaks to us. */
function isForClients(status: number): boolean {
  return status !== 401 && (status < 500 || status === 503);
}

function notFound(): Error {
  return badRequest('There is nothing at this address.', 404);
}
