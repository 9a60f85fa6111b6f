/** Where one subgraph answers, and the key that the gateway shares with it alone. */
export interface SubgraphAddress {
  /** `http://host:port/graphql`; subscriptions are asked at the same place over WebSocket. */
  readonly url: string;
  /** Signs the viewer for this subgraph (base64url). */
  readonly viewerKey: string;
}
