import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphQLFormattedError } from 'graphql';
import { signViewer, subscriptionBody, type SubgraphName, VIEWER_HEADER } from '@satu-pintu/service-kit';
import type { SubgraphAnswer } from '../fetching/answer.js';
import type { SubgraphAddress } from '../fetching/subgraph-address.js';
import type { FetchingTools } from '../fetching/subgraph-data-source.js';
import type { Asker } from '../identity/asker.js';
import { viewerFor } from '../identity/viewer.rules.js';

/** One event is small; many entities would come by other fetches. */
const MAX_PAYLOAD = 2 ** 20;
const LONGEST_WAIT_MS = 10_000;
const PING_MS = 10_000;
const KEEP_IDLE_SOCKET_MS = 500;

/** What one subgraph is asked to report. */
export interface UpstreamOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Who hears what comes. */
export interface UpstreamSink {
  event(event: SubgraphAnswer): void;
  /** The subgraph refused or broke off this one subscription; nothing more comes. */
  refused(errors: readonly GraphQLFormattedError[]): void;
  /** There is nothing more to report. */
  completed(): void;
}

/**
 * The gateway's one socket to a subgraph's subscriptions. When it breaks it is opened again, for as long as anybody
 * listens, and each subscription is asked for anew under a fresh signature.
 */
export class Upstream {
  private readonly client: Client;

  constructor(
    private readonly name: SubgraphName,
    private readonly address: SubgraphAddress,
    private readonly tools: FetchingTools,
  ) {
    this.client = createClient({
      url: address.url.replace(/^http/, 'ws'),
      webSocketImpl: SocketToSubgraph,
      lazy: true,
      lazyCloseTimeout: KEEP_IDLE_SOCKET_MS,
      keepAlive: PING_MS,
      connectionAckWaitTimeout: PING_MS,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (retries) => pause(waitBefore(retries)),
    });
  }

  /** Asks in the name of a viewer; the function that comes back ends it. */
  subscribe(operation: UpstreamOperation, asker: Asker, sink: UpstreamSink): () => void {
    let isWanted = true;
    let end = (): void => undefined;
    const ask = (): void => {
      end = this.client.subscribe(this.signing(operation, asker), {
        next: (event) => {
          sink.event(event as SubgraphAnswer);
        },
        complete: () => {
          if (isWanted) sink.completed();
        },
        error: (error) => {
          if (!isWanted) return;
          if (Array.isArray(error)) {
            sink.refused(error as GraphQLFormattedError[]);
            return;
          }
          this.tools.logger.warn({ err: error, subgraph: this.name }, 'a subscription to a subgraph broke');
          setTimeout(askAgain, waitBefore(1)).unref();
        },
      });
    };
    const askAgain = (): void => {
      if (isWanted) ask();
    };
    ask();
    return () => {
      isWanted = false;
      end();
    };
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  /** The client keeps this object and sends it again after a break, so the signature is made when it is read. */
  private signing({ query, operationName, variables }: UpstreamOperation, asker: Asker) {
    const payload = {
      query,
      variables: { ...variables },
      ...(operationName !== undefined && { operationName }),
    };
    const sign = (): Record<string, unknown> => {
      const { seals, clock } = this.tools;
      const viewer = viewerFor(this.name, asker, seals);
      const body = subscriptionBody(payload);
      return { [VIEWER_HEADER]: signViewer(viewer, this.name, body, this.address.viewerKey, clock.now()) };
    };
    return Object.defineProperty({ ...payload, extensions: {} }, 'extensions', {
      get: sign,
      enumerable: true,
    });
  }
}

class SocketToSubgraph extends WebSocket {
  constructor(url: string, protocol: string) {
    super(url, protocol, { maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  }
}

/** Doubles from 0.2 s to 10 s, with jitter so that not everybody comes back at once. */
function waitBefore(retry: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, 200 * 2 ** retry);
  return longest / 2 + (Math.random() * longest) / 2;
}
