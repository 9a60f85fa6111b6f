import type { Viewer } from '@satu-pintu/domain-kit';
import { signViewer, subscriptionBody, VIEWER_HEADER } from '@satu-pintu/service-kit';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { ReportsService } from './reports-service.js';

/** What a subscription has told so far. */
export interface Listening<News> {
  readonly heard: readonly News[];
  /** Codes of the errors with which it was refused or ended. */
  readonly errors: readonly unknown[];
  /** Has it been ended by the service? */
  isOver(): boolean;
  stop(): void;
}

/** Speaks to the subgraph over one socket, as the gateway does for many viewers at once. */
export class Subscriber {
  private readonly client: Client;

  constructor(private readonly service: ReportsService) {
    this.client = createClient({
      url: `ws://127.0.0.1:${String(service.port)}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
  }

  listen<News>(
    query: string,
    variables: Record<string, unknown>,
    viewer: Viewer,
    key = this.viewerKey,
  ): Listening<News> {
    const heard: News[] = [];
    const errors: unknown[] = [];
    let isOver = false;
    const token = signViewer(
      viewer,
      'reports',
      subscriptionBody({ query, variables }),
      key,
      this.service.clock.now(),
    );
    const stop = this.client.subscribe<{ news: News }>(
      { query, variables, extensions: { [VIEWER_HEADER]: token } },
      {
        next({ data, errors: complaints }) {
          if (complaints) errors.push(...complaints.map(codeOf));
          else if (data) heard.push(data.news);
        },
        error(complaints) {
          errors.push(...(Array.isArray(complaints) ? complaints.map(codeOf) : [complaints]));
          isOver = true;
        },
        complete() {
          isOver = true;
        },
      },
    );
    return { heard, errors, isOver: () => isOver, stop };
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private get viewerKey(): string {
    return this.service.config.secrets.viewerKey;
  }
}

function codeOf(complaint: unknown): unknown {
  const { extensions } = complaint as { readonly extensions?: { readonly code?: unknown } };
  return extensions?.code ?? complaint;
}
