import { randomUUID } from 'node:crypto';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { eventually } from './eventually.js';
import type { Asker, GraphError } from './graph.js';
import { stack } from './stack.js';

/** Someone at a WebSocket of the gateway, who writes down all that comes. */
export class Listener<Event> {
  /** `data` of each answer, in the order of arrival. */
  readonly events: Event[] = [];
  /** Errors of single events, and why the subscription was refused or broke. */
  readonly errors: (GraphError | Error)[] = [];
  private readonly client: Client;

  private constructor(asker: Asker, webSocketUrl: string) {
    this.client = createClient({
      url: webSocketUrl,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { acceptLanguage: 'en', ...(asker && { authorization: `Bearer ${asker.token}` }) },
    });
  }

  /** Subscribes; nothing says when the gateway has begun to listen, see `listening`. */
  static open<Event>(
    query: string,
    variables: Record<string, unknown>,
    asker: Asker = null,
  ): Listener<Event> {
    const listener = new Listener<Event>(asker, stack.gatewayUrl.replace(/^http/, 'ws'));
    listener.client.subscribe<Event>(
      { query, variables },
      {
        next({ data, errors }) {
          if (data) listener.events.push(data);
          listener.errors.push(...((errors ?? []) as unknown as GraphError[]));
        },
        error: (error) =>
          listener.errors.push(...(Array.isArray(error) ? (error as GraphError[]) : [asError(error)])),
        complete: () => undefined,
      },
    );
    return listener;
  }

  /**
   * Resolves when a report's news reach this listener. A subscription that asks to resume from nowhere is refused by
   * the same code, on the same line, only after the one before it was let in; so its refusal is the sign.
   */
  async listening(report: { readonly trackingId: string; readonly accessCode?: string }): Promise<this> {
    await new Promise<void>((resolve) => {
      this.client.subscribe(
        { query: RESUME_FROM_NOWHERE, variables: { ...report, nowhere: randomUUID() } },
        { next: () => undefined, error: () => resolve(), complete: () => resolve() },
      );
    });
    return this;
  }

  /** The first so many events, as soon as they are there. */
  async first(count: number, patienceMs = 10_000): Promise<readonly Event[]> {
    return eventually(() => {
      if (this.events.length >= count) return Promise.resolve(this.events.slice(0, count));
      const heard = JSON.stringify({ events: this.events, errors: this.errors });
      return Promise.reject(new Error(`${this.events.length} of ${count} events came: ${heard}`));
    }, patienceMs);
  }

  /** Resolves when the subscription was refused. */
  async refused(): Promise<void> {
    await eventually(() =>
      this.errors.length > 0 ? Promise.resolve() : Promise.reject(new Error('Nobody has refused.')),
    );
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

const RESUME_FROM_NOWHERE = /* GraphQL */ `
  subscription ($trackingId: ID!, $accessCode: String, $nowhere: ID!) {
    reportChanged(trackingId: $trackingId, accessCode: $accessCode, after: $nowhere) {
      cursor
    }
  }
`;

/** The client hands on what it got: an error, or the event of a closing that tells code and reason. */
function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { code = 'no code', reason = '' } = thrown as { readonly code?: number; readonly reason?: string };
  return new Error(`The connection was closed with ${code}: ${reason}`);
}
