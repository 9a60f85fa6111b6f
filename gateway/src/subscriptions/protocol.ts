import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { type Context, makeServer, type Server, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { Clock } from '@satu-pintu/domain-kit';
import { type PresentError, presentAll } from '../errors/present-error.js';
import { badRequest } from '../errors/refusals.js';
import type { Asker } from '../identity/asker.js';
import type { Identify } from '../identity/identify.js';
import type { DoorKeeper } from '../protection/door-keeper.js';
import type { Subscribed } from './answer-event.js';
import type { Groups } from './groups.js';
import { Complaints, type SubscriptionReader } from './read-subscription.js';
import type { TokenVerifier } from '../identity/token-verifier.js';
import type { GuardedSocket } from './socket.js';

const INIT_WAIT_MS = 3_000;
const MOST_SUBSCRIPTIONS = 20;
/** Clients come back after this code, with a fresh token; 4401 they would take for final. */
const FORBIDDEN = 4403;
/** The longest wait that a timer can keep. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What the protocol is spoken with. */
export interface ProtocolTools {
  readonly identify: Identify;
  readonly access: Pick<TokenVerifier, 'watch'>;
  readonly reader: SubscriptionReader;
  readonly groups: Groups;
  readonly doorKeeper: DoorKeeper;
  readonly present: PresentError;
  readonly clock: Clock;
}

/** What is known of one socket. */
export interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly socket: GuardedSocket;
  readonly request: IncomingMessage;
  asker?: Asker;
  expiry?: NodeJS.Timeout;
  /** Ends the watch over what is revoked. */
  unwatch?: () => void;
}

type SocketContext = Context<Record<string, unknown>, SocketExtra>;

/** What `read` made of a subscription, on its way through the protocol library. */
interface SubscribeArguments {
  readonly subscribed: Subscribed;
  readonly id: string;
  readonly text: string;
  readonly socket: GuardedSocket;
}

/** The state machine of graphql-transport-ws, with our identity, limits and groups behind it. */
export function createProtocol(tools: ProtocolTools): Server<SocketExtra> {
  const options: ServerOptions<Record<string, unknown>, SocketExtra> = {
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: (context) => connect(context, tools),
    onSubscribe: (context, id, payload) => subscribe(context, id, payload, tools),
    subscribe: (args) => join((args as unknown as { contextValue: SubscribeArguments }).contextValue, tools),
    onError: (_context, _id, _payload, errors) => presentAll(errors, tools.present),
    onClose: ({ extra }) => {
      clearTimeout(extra.expiry);
      extra.unwatch?.();
    },
  };
  return makeServer(options);
}

/** Learns who connects. A token that does not hold closes the socket; one that ends later closes it then. */
async function connect({ connectionParams, extra }: SocketContext, tools: ProtocolTools): Promise<boolean> {
  try {
    extra.asker = await tools.identify({
      authorization: authorizationIn(connectionParams),
      acceptLanguage: languageIn(connectionParams) ?? extra.request.headers['accept-language'],
    });
  } catch {
    return false; // the library closes with 4403
  }
  const { claims } = extra.asker;
  if (!claims) return true;
  closeAt(claims.expiresAt, extra, tools.clock);
  extra.unwatch = tools.access.watch(claims, () => {
    extra.socket.close(FORBIDDEN, 'The access was revoked');
  });
  return true;
}

function closeAt(end: Date, extra: SocketExtra, clock: Clock): void {
  const left = Math.min(end.getTime() - clock.now().getTime(), LONGEST_TIMER_MS);
  extra.expiry = setTimeout(() => {
    extra.socket.close(FORBIDDEN, 'The access token has ended');
  }, left).unref();
}

function subscribe(
  { extra, subscriptions }: SocketContext,
  id: string,
  payload: SubscribePayload,
  tools: ProtocolTools,
) {
  try {
    if (!extra.asker) throw badRequest('Introduce yourself first.');
    if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) {
      throw badRequest(`A connection may hold at most ${String(MOST_SUBSCRIPTIONS)} subscriptions.`);
    }
    const subscribed = tools.reader.read(payload, extra.asker);
    tools.doorKeeper.count(tools.doorKeeper.networkOf(extra.request), {
      document: subscribed.plan.document,
      operation: subscribed.plan.operationContext.operation,
      variables: subscribed.variables,
      isSignedIn: extra.asker.claims !== null,
    });
    const contextValue: SubscribeArguments = { subscribed, id, text: payload.query, socket: extra.socket };
    const { document, operationName, operationContext } = subscribed.plan;
    return { schema: operationContext.schema, document, operationName, contextValue };
  } catch (error) {
    if (error instanceof Complaints) return error.errors;
    return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })];
  }
}

function join({ subscribed, id, text, socket }: SubscribeArguments, { groups }: ProtocolTools) {
  const head = `{"id":${JSON.stringify(id)}`;
  return groups.join(subscribed, text, (tail) => {
    socket.send(head + tail);
  });
}

function authorizationIn(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const [, value] =
    Object.entries(parameters ?? {}).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : 'not a text';
}

function languageIn(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const value = parameters?.acceptLanguage;
  return typeof value === 'string' ? value : undefined;
}
