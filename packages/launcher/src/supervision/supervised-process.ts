import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '../processes/environment-of.js';
import { secondsSince } from '../progress.js';
import { restartDelayMs } from './back-off.rules.js';
import type { ProcessLog } from './process-log.js';

const READINESS_POLL_MS = 50;
/** A process that dies so often before it was ever ready will not become ready by itself. */
const HOPELESS_AFTER = 3;
/** Processes end themselves after 30 s at the latest. */
const HARD_STOP_MS = 32_000;

export interface SupervisedProcessOptions {
  readonly name: string;
  /** Absolute path of the script that Node runs. */
  readonly script: string;
  readonly environment: Environment;
  readonly log: ProcessLog;
  /** Told, in one line, each death and each return. */
  readonly notice: (line: string) => void;
  /** Whether the process does its work; asked after each start until it says yes. */
  isReady(): Promise<boolean>;
}

/**
 * A child process that is started again whenever it dies, until it is stopped. It has a channel to this process, so
 * that it notices when nobody is left to supervise it, and a process group of its own, so that a Ctrl-C meant for
 * the launcher does not end it out of turn.
 */
export class SupervisedProcess {
  private child: ChildProcess | null = null;
  private failedStarts = 0;
  private readonly stopping = new AbortController();
  private readonly firstReadiness = Promise.withResolvers<null>();

  constructor(private readonly options: SupervisedProcessOptions) {
    this.firstReadiness.promise.catch(() => undefined);
  }

  start(): void {
    const { script, environment, log } = this.options;
    const child = fork(script, [], {
      execArgv: ['--enable-source-maps'],
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    this.child = child;
    log.record(child);
    child.on('error', (error) => {
      if (child.pid === undefined) this.onDeath(child, error.message);
    });
    child.on('exit', (code, signal) => {
      this.onDeath(child, signal ?? `code ${String(code)}`);
    });
    void this.waitForReadiness(child, performance.now());
  }

  /** Process id, or null between two lives. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Resolves when the process has been ready once; rejects when it keeps dying before that. */
  async ready(): Promise<void> {
    await this.firstReadiness.promise;
  }

  /** Asks the process to end, insists after 32 s, and resolves when it is gone. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.firstReadiness.reject(new Error(`${this.options.name} is being stopped`));
    const child = this.child;
    if (child) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), HARD_STOP_MS);
      await gone;
      clearTimeout(insist);
    }
    await this.options.log.close();
  }

  private onDeath(child: ChildProcess, cause: string): void {
    if (this.child !== child) return;
    this.child = null;
    if (this.stopping.signal.aborted) return;
    this.failedStarts += 1;
    const { name, notice, log } = this.options;
    if (this.failedStarts >= HOPELESS_AFTER) {
      this.firstReadiness.reject(
        new Error(
          `${name} ended ${String(HOPELESS_AFTER)} times (${cause}); see ${log.path}\n${log.lastComplaints()}`,
        ),
      );
    }
    const pauseMs = restartDelayMs(this.failedStarts);
    notice(`${name} ended (${cause}); starting it again in ${String(pauseMs)} ms`);
    delay(pauseMs, undefined, { signal: this.stopping.signal }).then(
      () => {
        this.start();
      },
      () => undefined,
    );
  }

  private async waitForReadiness(child: ChildProcess, since: number): Promise<void> {
    while (this.child === child && !this.stopping.signal.aborted) {
      if (await this.options.isReady()) {
        this.onReady(child, since);
        return;
      }
      await delay(READINESS_POLL_MS);
    }
  }

  private onReady(child: ChildProcess, since: number): void {
    if (this.child !== child) return;
    const isBack = this.failedStarts > 0;
    this.failedStarts = 0;
    this.firstReadiness.resolve(null);
    if (isBack)
      this.options.notice(`${this.options.name} is ready again, ${secondsSince(since)} after its start`);
  }
}
