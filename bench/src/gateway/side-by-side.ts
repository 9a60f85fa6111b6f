import { freePorts, type ServerProcess, startServer } from '../measure/server-process.js';
import { startOurGateway } from './our-gateway.js';

const SUBGRAPHS = ['reports', 'agencies', 'users', 'analytics'];

/** Two gateways before the same subgraphs. */
export interface SideBySide {
  readonly subgraphs: ServerProcess;
  readonly ours: ServerProcess;
  /** The library's, with its default settings. */
  readonly theirs: ServerProcess;
  stop(): Promise<void>;
}

/** Starts all of it, each server in a process of its own. */
export async function startSideBySide(): Promise<SideBySide> {
  const [ourPort = 0, theirPort = 0, ...ports] = await freePorts(2 + SUBGRAPHS.length);
  const portOf = Object.fromEntries(SUBGRAPHS.map((name, index) => [name, ports[index] ?? 0]));
  const addresses = Object.fromEntries(
    SUBGRAPHS.map((name, index) => [name, `http://127.0.0.1:${ports[index] ?? 0}/graphql`]),
  );
  const subgraphs = await startServer(new URL('stub-subgraphs.js', import.meta.url), ports[0] ?? 0, {
    PORTS: JSON.stringify(portOf),
  });
  const ours = await startOurGateway(ourPort, addresses);
  const theirs = await startServer(new URL('stock-gateway.js', import.meta.url), theirPort, {
    ADDRESSES: JSON.stringify(addresses),
  });
  return {
    subgraphs,
    ours,
    theirs,
    async stop() {
      await Promise.all([subgraphs, ours, theirs].map((server) => server.stop()));
    },
  };
}
