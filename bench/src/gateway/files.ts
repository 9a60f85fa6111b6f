const GATEWAY = import.meta.resolve('@satu-pintu/gateway');

/** The entry of our gateway's own process. */
export const OUR_PROCESS = new URL('main.js', GATEWAY);

/** The committed supergraph, which both gateways serve. */
export const SUPERGRAPH = new URL('../../supergraph.graphql', GATEWAY);
