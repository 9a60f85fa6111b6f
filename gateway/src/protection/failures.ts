import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import type { PresentError } from '../errors/present-error.js';
import { badRequest } from '../errors/refusals.js';
import { BODY_LIMIT } from './limits.js';

/** What fails outside an operation is answered in the shape of a GraphQL answer too, so that clients read one shape. */
export function answerFailuresAsGraphQL(server: FastifyInstance, present: PresentError): void {
  server.setErrorHandler<FastifyError | GraphQLError>((error, _, reply) => {
    const refused = error instanceof GraphQLError ? error : refusalOf(error);
    return refused
      ? send(reply, refused, present)
      : send(reply, new GraphQLError('', { originalError: error }), present);
  });
  server.setNotFoundHandler((_, reply) =>
    send(reply, badRequest('There is nothing at this address.', 404), present),
  );
}

function refusalOf({ code, statusCode }: FastifyError): GraphQLError | null {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return badRequest(`A request may have at most ${String(BODY_LIMIT)} bytes.`, 413);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return badRequest('Send JSON with the content type application/json.', 415);
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return badRequest('The body is not JSON.');
    default:
      return statusCode !== undefined && statusCode < 500
        ? badRequest('The request cannot be read.', statusCode)
        : null;
  }
}

function send(reply: FastifyReply, error: GraphQLError, present: PresentError): FastifyReply {
  const http = error.extensions.http as { readonly status: number } | undefined;
  return reply.code(http?.status ?? 500).send({ errors: [present(error.toJSON(), error)] });
}
