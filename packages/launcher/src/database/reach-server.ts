import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { findPort } from '@satu-pintu/embedded-postgres';
import { openServer } from './open-server.js';

/** A server that answers for as long as a command needs it. */
export interface ReachedServer {
  /** Where it is; roles bring their own name and password. */
  readonly url: string;
  /** Stops what was started for the command, and nothing else. */
  leave(): Promise<void>;
}

/**
 * The database server of a house that runs or not: the existing one, the embedded one as it runs, or the embedded one
 * started for the while. Throws where no house has ever been.
 */
export async function reachServer(
  dataFolder: string,
  existingUrl: string | undefined,
): Promise<ReachedServer> {
  const leave = (): Promise<void> => Promise.resolve();
  if (existingUrl !== undefined && existingUrl !== '') return { url: existingUrl, leave };
  const port = await findPort(join(dataFolder, 'postgres'));
  if (port === null) throw new Error(`No house has been started with ${dataFolder}.`);
  if (await answers(port)) return { url: `postgres://127.0.0.1:${String(port)}/postgres`, leave };
  const options = { dataFolder, existingUrl: undefined, durable: true, log: () => undefined };
  const server = await openServer(options);
  return { url: server.adminUrl, leave: () => server.stop() };
}

async function answers(port: number): Promise<boolean> {
  const socket = createConnection({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
