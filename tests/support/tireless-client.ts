import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { act, type Asker } from './graph.js';
import { POTHOLE } from './reports.js';

const BETWEEN_REPORTS_MS = 50;
const PATIENCE_MS = 30_000;

/** Someone who files report after report and, when no answer comes, sends the same again. */
export class TirelessClient {
  /** Tracking ids by idempotency key: what was acknowledged, so what must never be lost. */
  readonly acknowledged = new Map<string, string>();
  /** How often no answer came, and the same was sent again. */
  retries = 0;
  private isStopping = false;
  private readonly work: Promise<void>;

  constructor(private readonly asker: Asker) {
    this.work = this.fileReports();
    // What went wrong is told to whoever stops the client.
    this.work.catch(() => undefined);
  }

  /** Lets the last report be acknowledged; throws when that takes too long, or when one was refused. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.work;
  }

  private async fileReports(): Promise<void> {
    while (!this.isStopping) {
      const idempotencyKey = randomUUID();
      this.acknowledged.set(idempotencyKey, await this.fileUntilAcknowledged(idempotencyKey));
      await delay(BETWEEN_REPORTS_MS);
    }
  }

  private async fileUntilAcknowledged(idempotencyKey: string): Promise<string> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const outcome = await act('submitReport', { ...POTHOLE, idempotencyKey }, this.asker).catch(() => null);
      if (outcome?.report) return outcome.report.trackingId;
      if (outcome) throw new Error(JSON.stringify(outcome));
      if (performance.now() > deadline) throw new Error('A report was not acknowledged in time.');
      this.retries += 1;
      await delay(BETWEEN_REPORTS_MS);
    }
  }
}
