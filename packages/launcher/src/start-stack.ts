import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DatabaseServer, openServer } from './database/open-server.js';
import { loadDemoReports, prepareDatabase } from './database/prepare-database.js';
import { demoReportsEnvironment, environmentOf, type StackPlan } from './processes/environment-of.js';
import { waitForPorts } from './processes/ports.js';
import type { ProcessName } from './processes/process-name.js';
import { settlePlan } from './processes/settle-plan.js';
import { timePhases } from './progress.js';
import type { RunningStack, StackOptions } from './stack.js';
import { Processes } from './supervision/processes.js';

/** Starts the whole house; resolves when every process is ready, or throws and leaves nothing running. */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const { dataFolder, log, environment = {}, durable = true } = options;
  const demo = environment.NODE_ENV === 'production' ? 'none' : options.demo;
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, ...(options.signal ? [options.signal] : [])]);
  const opened: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    stopping.abort();
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  };

  try {
    const phase = timePhases(log, signal);
    await mkdir(dataFolder, { recursive: true });
    const planOn = await phase('settings', () => settlePlan(options, environment, signal));
    const existingUrl = environment.DATABASE_URL;
    const server = await phase('PostgreSQL', () => openServer({ dataFolder, existingUrl, durable, log }));
    opened.push(() => server.stop());

    const plan = planOn(server.adminUrl);
    const logFolder = join(dataFolder, 'log');
    const preparation = {
      adminUrl: server.adminUrl,
      plan,
      logFolder,
      withDemo: demo !== 'none',
      signal,
      log,
    };
    await phase('database', () => prepareDatabase(preparation));

    const processes = new Processes(plan, logFolder, log);
    opened.push(() => processes.stop());
    await phase('processes', async () => {
      // Preparing takes seconds, in which another start may have come first and would answer in our place.
      await waitForPorts(plan.ports, signal);
      await processes.start(signal);
    });

    const demoReports =
      demo === 'all' ? loadDemoReports(preparation, demoReportsEnvironment(plan)) : Promise.resolve();
    const demoSettled = demoReports.catch((error: unknown) => {
      if (!signal.aborted) log(error instanceof Error ? error.message : String(error));
    });
    opened.push(() => demoSettled);
    let stopped: Promise<void> | undefined;
    return { ...describe(plan, server, processes), demoReports, stop: () => (stopped ??= closeAll()) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function describe(
  plan: StackPlan,
  server: DatabaseServer,
  processes: Processes,
): Omit<RunningStack, 'demoReports' | 'stop'> {
  const urlOf = (name: ProcessName): string => `http://127.0.0.1:${String(plan.ports[name])}/graphql`;
  return {
    gatewayUrl: urlOf('gateway'),
    adminDatabaseUrl: server.adminUrl,
    urlOf,
    pidOf: (name) => (name === 'postgres' ? server.pid() : processes.pidOf(name)),
    environmentOf: (name) => environmentOf(name, plan),
  };
}
