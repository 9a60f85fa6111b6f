import { randomBytes } from 'node:crypto';
import { type ServerProcess, startServer } from '../measure/server-process.js';
import { OUR_PROCESS } from './files.js';

/**
 * Starts our gateway as it runs in production, from its own entry and environment: it signs a viewer for each fetch,
 * measures documents, watches deadlines, presents errors.
 */
export function startOurGateway(
  port: number,
  addresses: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const perSubgraph = Object.entries(addresses).flatMap(([name, url]) => [
    [`${name.toUpperCase()}_URL`, url],
    [`VIEWER_KEY_${name.toUpperCase()}`, newSecret()],
  ]);
  return startServer(OUR_PROCESS, port, {
    ...(Object.fromEntries(perSubgraph) as Record<string, string>),
    REPORTER_KEY_SEAL: newSecret(),
    VAULT_SEAL_KEY: newSecret(),
  });
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
