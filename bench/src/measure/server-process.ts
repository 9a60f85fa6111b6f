import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './questions.js';

const START_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** A GraphQL server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** CPU time spent since its start, user and system, in milliseconds. */
  cpuMs(): Promise<number>;
  /** Asks for a number that only this kind of server knows. */
  ask(question: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a file as a process, and waits until it answers GraphQL at `port` (variable `PORT` is set by us). */
export async function startServer(
  file: URL,
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = fork(file, {
    env: { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', PORT: String(port), ...environment },
    execArgv: ['--import', new URL('tell-cpu.js', import.meta.url).href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await untilItAnswers(child, port);
  return {
    port,
    cpuMs: () => ask(child, 'cpu'),
    ask: (question) => ask(child, question),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL'); // nothing in it is worth keeping
      await once(child, 'exit');
    },
  };
}

/** As many ports as asked that nobody listens at now. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  return Promise.all(
    servers.map(async (server) => {
      await once(server, 'listening');
      const address = server.address();
      server.close();
      return typeof address === 'object' && address ? address.port : 0;
    }),
  );
}

async function untilItAnswers(child: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + START_WITHIN_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended while it started.`);
    if (performance.now() > end) throw new Error(`${child.spawnargs.join(' ')} does not answer.`);
    await pause(LOOK_EVERY_MS);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
