import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Ports, PROCESS_NAMES, type ProcessName } from './process-name.js';

const FIXED: Ports = { gateway: 4000, reports: 4001, agencies: 4002, users: 4003, analytics: 4004 };

/** Processes of a launcher that was killed need this long at most to notice and close. */
const PATIENCE_MS = 10_000;
const POLL_MS = 200;

/** The ports of a start on fixed ports; `PORT` moves the gateway's. */
export function fixedPorts(gatewayPort: number = FIXED.gateway): Ports {
  return { ...FIXED, gateway: gatewayPort };
}

/** Five ports that nobody listens on at this moment. All are held until all are chosen, so that they differ. */
export async function freePorts(): Promise<Ports> {
  const held = await Promise.all(PROCESS_NAMES.map(() => listen(0)));
  const ports = held.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(held.map(close));
  return Object.fromEntries(PROCESS_NAMES.map((name, index) => [name, ports[index]])) as unknown as Ports;
}

/** Waits a little for ports that an ending start still holds; throws one sentence that names those that stay taken. */
export async function waitForPorts(
  ports: Ports,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const taken = await takenAmong(ports);
    if (taken.length === 0) return;
    if (Date.now() > deadline) throw new Error(complaint(taken, ports));
    await delay(POLL_MS, undefined, { signal });
  }
}

async function takenAmong(ports: Ports): Promise<readonly ProcessName[]> {
  const checked = await Promise.all(
    PROCESS_NAMES.map(async (name) => ({ name, free: await isFree(ports[name]) })),
  );
  return checked.filter(({ free }) => !free).map(({ name }) => name);
}

function complaint(taken: readonly ProcessName[], ports: Ports): string {
  const list = taken.map((name) => `${String(ports[name])} (${name})`).join(', ');
  const another = taken.every((name) => name === 'gateway') ? ' or choose another one with PORT' : '';
  const which =
    taken.length === 1 ? `port ${list}. Stop it` : `ports ${list}. Is Satu Pintu already running? Stop it`;
  return `Another program listens on ${which}${another}.`;
}

// A program may hold the port on this machine's own address or on all addresses; either one is in the way.
async function isFree(port: number): Promise<boolean> {
  try {
    await close(await listen(port, '127.0.0.1'));
    await close(await listen(port));
    return true;
  } catch {
    return false;
  }
}

async function listen(port: number, host?: string): Promise<Server> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
