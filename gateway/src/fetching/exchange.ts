import type { Dispatcher } from 'undici';
import { SubgraphAway, SubgraphFailed } from './failures.js';

/** The longest answer that a subgraph may give, in bytes. */
const ANSWER_LIMIT = 5 * 2 ** 20;

/**
 * One request to a subgraph and its answer, collected straight from the connection: a stream per answer would cost
 * more than everything else here. Settles once, at the deadline at the latest.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** The body of the answer. */
  readonly answer: Promise<string>;
  private resolve!: (body: string) => void;
  private reject!: (reason: Error) => void;
  private readonly timer: NodeJS.Timeout;
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private controller: Dispatcher.DispatchController | null = null;
  private isSettled = false;
  /** Whether anything of the answer has come. */
  hasBegun = false;

  constructor(timeoutMs: number) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.timer = setTimeout(() => {
      this.fail(new SubgraphAway('deadline'));
    }, timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.isSettled) controller.abort(new SubgraphAway('deadline'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, statusCode: number): void {
    this.hasBegun = true;
    if (statusCode >= 500) this.fail(new SubgraphAway(`status ${String(statusCode)}`));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > ANSWER_LIMIT) this.fail(new SubgraphFailed('The answer is longer than 5 MB.'));
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.isSettled) return;
    this.settle();
    const [only] = this.chunks;
    this.resolve(only && this.chunks.length === 1 ? only.toString() : Buffer.concat(this.chunks).toString());
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  private fail(reason: Error): void {
    if (this.isSettled) return;
    this.settle();
    this.reject(reason);
    this.controller?.abort(reason);
  }

  private settle(): void {
    this.isSettled = true;
    clearTimeout(this.timer);
  }
}
