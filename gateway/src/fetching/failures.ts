/** The subgraph cannot be asked now: it is down, busy, or took too long. */
export class SubgraphAway extends Error {}

/** The subgraph answered, but nothing that can be used. */
export class SubgraphFailed extends Error {}

const RESET: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Whether the connection was closed under the request, as happens when a subgraph restarts. */
export function isReset(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && RESET.has(String(error.code));
}
