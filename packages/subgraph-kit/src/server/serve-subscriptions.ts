import type { Server } from 'node:http';
import type { Viewer } from '@satu-pintu/domain-kit';
import {
  type Closable,
  maskError,
  subscriptionBody,
  unauthenticated,
  VIEWER_HEADER,
  verifyViewer,
} from '@satu-pintu/service-kit';
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  parse,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { SubgraphServerOptions } from './subgraph-server-options.js';

const MAX_PAYLOAD = 256 * 2 ** 10;

/** Execution arguments that remember who subscribed, so that each event is answered with fresh loaders. */
type SubscriptionArgs = ExecutionArgs & { readonly viewer: Viewer };

/**
 * Serves subscriptions to the gateway over graphql-transport-ws at `/graphql`. Each one brings its own signed viewer in
 * its extensions, because many viewers share the gateway's one socket.
 */
export function serveSubscriptions<Context extends object>(
  http: Server,
  options: SubgraphServerOptions<Context>,
): Closable {
  const sockets = new WebSocketServer({
    server: http,
    path: '/graphql',
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
  });
  const serving = useServer(
    {
      schema: options.schema,
      onSubscribe: (_context, _id, payload) => prepare(payload, options),
      subscribe: (args) => subscribeWithFreshContext(args as SubscriptionArgs, options),
      onNext: (_context, _id, _payload, _args, { data, errors }) =>
        errors ? { data: data ?? null, errors: maskAll(errors, options) } : { data: data ?? null },
      onError: (_context, _id, _payload, errors) => maskAll(errors, options),
    },
    sockets,
  );
  return {
    async close() {
      await serving.dispose();
    },
  };
}

async function prepare<Context extends object>(
  payload: SubscribePayload,
  options: SubgraphServerOptions<Context>,
): Promise<SubscriptionArgs | readonly GraphQLError[]> {
  const token = payload.extensions?.[VIEWER_HEADER];
  const viewer = verifyViewer(
    typeof token === 'string' ? token : undefined,
    options.name,
    subscriptionBody(payload),
    options.viewerKey,
    options.clock.now(),
  );
  if (!viewer) return [unauthenticated('Only the gateway may ask.')];
  const document = parse(payload.query);
  const complaints = validate(options.schema, document);
  if (complaints.length > 0) return complaints;
  return {
    schema: options.schema,
    document,
    operationName: payload.operationName,
    variableValues: payload.variables,
    contextValue: await options.createContext(viewer),
    viewer,
  };
}

/** Loaders live as long as one answer: an event that reused those of the last one would repeat what it saw. */
async function subscribeWithFreshContext<Context extends object>(
  args: SubscriptionArgs,
  options: SubgraphServerOptions<Context>,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const events = await createSourceEventStream(args);
  if (!isAsyncIterable(events)) return events;
  const source = events[Symbol.asyncIterator]();
  const answers: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await source.next();
      if (event.done) return { done: true, value: undefined };
      const contextValue = await options.createContext(args.viewer);
      return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue }) };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return answers;
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

function maskAll<Context extends object>(
  errors: readonly (GraphQLError | GraphQLFormattedError)[],
  { logger }: SubgraphServerOptions<Context>,
): readonly GraphQLFormattedError[] {
  return errors.map((error) =>
    maskError(error instanceof GraphQLError ? error.toJSON() : error, error, logger),
  );
}
