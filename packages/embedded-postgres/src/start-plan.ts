import { adminUrl } from './admin-url.js';
import type { Binaries } from './binaries.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import type { ServerHome } from './server-home.js';
import { stopServer } from './server-process.js';
import type { ChosenSettings } from './server-settings.js';

/** Everything a start has settled before it looks for, or makes, a running server. */
export interface StartPlan {
  readonly home: ServerHome;
  readonly binaries: Binaries;
  readonly password: string;
  /** Undefined leaves the choice to us. */
  readonly port: number | undefined;
  readonly chosen: ChosenSettings;
  readonly log: (line: string) => void;
}

/** The handle that a caller gets for a server that is ready. */
export function handleOf(
  plan: StartPlan,
  server: { readonly pid: number; readonly port: number; readonly isRunning: () => boolean },
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  return {
    pid: server.pid,
    port: server.port,
    adminUrl: adminUrl(server.port, plan.password),
    stop: () => (stopping ??= stopServer(plan.home, plan.binaries, server.isRunning)),
  };
}
