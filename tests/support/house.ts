import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessName, type RunningStack, startStack } from '@satu-pintu/launcher';
import { openIdentityProvider } from '@satu-pintu/test-kit';
import { type LivePids, STAFF_CLIENT, type StackFacts } from './stack.js';

/*
 * The house in a process of its own, so that tests can kill what is in it and measure how it comes back without
 * sharing an event loop with whoever brings it back. It ends with the process that started it, however that ended,
 * and leaves nothing behind; with `SATU_PINTU_KEEP_HOUSE` its folder stays, logs and database included.
 */

const SUBGRAPHS = ['agencies', 'users', 'reports', 'analytics'] as const;
const PROCESSES: readonly ProcessName[] = [...SUBGRAPHS, 'gateway'];

const abandoned = new AbortController();
for (const end of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP']) process.on(end, () => abandoned.abort());

const dataFolder = await mkdtemp(join(tmpdir(), 'satu-pintu-house-'));
const logFile = join(dataFolder, 'launcher.log');
// PostgreSQL may run as another user of the system, who must be able to walk into the folder.
await chmod(dataFolder, 0o755);

try {
  const provider = await openIdentityProvider(STAFF_CLIENT);
  const stack = await startStack({
    dataFolder,
    ports: 'free',
    demo: 'accounts',
    environment: {
      VISITOR_LIMITS: 'signIn=100000,signUp=100000,reset=5,tracking=100000,filing=100000,upload=100000',
      TRUSTED_PROXIES: '127.0.0.1,::1',
      STAFF_OIDC_ISSUER: provider.issuer,
      STAFF_OIDC_CLIENT_ID: STAFF_CLIENT.clientId,
      STAFF_OIDC_CLIENT_SECRET: STAFF_CLIENT.clientSecret,
      STAFF_OIDC_REDIRECT_URI: STAFF_CLIENT.redirectUri,
      STAFF_OIDC_DOMAINS: 'bandung.go.id',
      STAFF_OIDC_TWO_FACTORS: 'mfa',
    },
    log: (line) => appendFileSync(logFile, `${line}\n`),
    signal: abandoned.signal,
  });
  const pids = createServer((_, response) => response.end(JSON.stringify(pidsOf(stack))));
  pids.listen(0, '127.0.0.1');
  await once(pids, 'listening');
  process.send?.(factsOf(stack, `http://127.0.0.1:${(pids.address() as AddressInfo).port}/`));
  if (!abandoned.signal.aborted) await once(abandoned.signal, 'abort');
  await stack.stop();
} catch (error) {
  if (!abandoned.signal.aborted) process.stderr.write(`${readFileSync(logFile, 'utf8')}${String(error)}\n`);
}
if (process.env.SATU_PINTU_KEEP_HOUSE) process.stderr.write(`The house lies in ${dataFolder}\n`);
else await rm(dataFolder, { recursive: true, force: true });
process.exit();

function factsOf(stack: RunningStack, pidsUrl: string): StackFacts {
  const database = new URL(stack.adminDatabaseUrl);
  database.pathname = new URL(roleUrlOf(stack, 'reports')).pathname;
  return {
    gatewayUrl: stack.gatewayUrl,
    databaseUrl: database.href,
    urls: byName(PROCESSES, (name) => stack.urlOf(name)),
    roleUrls: byName(SUBGRAPHS, (name) => roleUrlOf(stack, name)),
    dataFolder,
    pidsUrl,
  };
}

function pidsOf(stack: RunningStack): LivePids {
  return byName([...PROCESSES, 'postgres'] as const, (name) => stack.pidOf(name));
}

function roleUrlOf(stack: RunningStack, name: ProcessName): string {
  const url = stack.environmentOf(name).DATABASE_URL;
  if (url === undefined) throw new Error(`${name} has no database.`);
  return url;
}

function byName<Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}
