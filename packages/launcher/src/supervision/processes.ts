import { join } from 'node:path';
import { environmentOf, type StackPlan } from '../processes/environment-of.js';
import { builtFolder, PROCESS_NAMES, type ProcessName, SUBGRAPHS } from '../processes/process-name.js';
import { askReadiness } from './ask-readiness.js';
import { openProcessLog } from './process-log.js';
import { SupervisedProcess } from './supervised-process.js';

/** Far more than a slow machine needs; a process that dies is reported long before. */
const PATIENCE_MS = 90_000;

/** The four subgraphs and the gateway, each in a process of its own. */
export class Processes {
  private readonly byName: ReadonlyMap<ProcessName, SupervisedProcess>;

  constructor(plan: StackPlan, logFolder: string, log: (line: string) => void) {
    this.byName = new Map(PROCESS_NAMES.map((name) => [name, supervise(name, plan, logFolder, log)]));
  }

  /** Starts all at once; resolves when all are ready, rejects when one keeps dying or the start is given up. */
  async start(signal: AbortSignal): Promise<void> {
    const waiting = new Set(this.byName.keys());
    const allReady = [...this.byName].map(async ([name, process]) => {
      process.start();
      await process.ready();
      waiting.delete(name);
    });
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const tooLong = new Promise<never>((_, reject) => {
      patience.addEventListener('abort', () => {
        reject(new Error(`Not ready in time: ${[...waiting].join(', ')}.`));
      });
    });
    await Promise.race([Promise.all(allReady), tooLong]);
  }

  pidOf(name: ProcessName): number | null {
    return this.byName.get(name)?.pid ?? null;
  }

  /** The gateway first, so that nobody is let in to rooms that are being closed. */
  async stop(): Promise<void> {
    await this.byName.get('gateway')?.stop();
    await Promise.all(SUBGRAPHS.map(async (name) => this.byName.get(name)?.stop()));
  }
}

function supervise(
  name: ProcessName,
  plan: StackPlan,
  logFolder: string,
  notice: (line: string) => void,
): SupervisedProcess {
  return new SupervisedProcess({
    name,
    script: join(builtFolder(name), 'main.js'),
    environment: environmentOf(name, plan),
    log: openProcessLog(logFolder, name, notice),
    notice,
    isReady: () => askReadiness(plan.ports[name]),
  });
}
