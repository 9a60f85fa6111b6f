import type { Asker } from './identity/asker.js';

/** What travels with one operation through the gateway. */
export interface RequestContext {
  readonly asker: Asker;
  /** The network that the operation came from; null for an event of a subscription, which was counted as it began. */
  readonly network: string | null;
  /** Subgraph queries under way in this operation, by subgraph and body: the same question is asked once. */
  readonly flights: Map<string, Promise<string>>;
}

/** A fresh context for one operation, or one event of a subscription. */
export function requestContext(asker: Asker, network: string | null = null): RequestContext {
  return { asker, network, flights: new Map() };
}
