import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { act, type Asker } from './graph.js';
import { POTHOLE } from './reports.js';

const BETWEEN_REPORTS_MS = 50;

/** Someone who files report after report and, when no answer comes, sends the same again. */
export class TirelessClient {
  /** Tracking ids by idempotency key: what was acknowledged, so what must never be lost. */
  readonly acknowledged = new Map<string, string>();
  retries = 0;
  private isStopping = false;
  private readonly work: Promise<void>;

  constructor(private readonly asker: Asker) {
    this.work = this.fileReports();
  }

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
    for (;;) {
      const outcome = await act('submitReport', { ...POTHOLE, idempotencyKey }, this.asker).catch(() => null);
      if (outcome?.report) return outcome.report.trackingId;
      if (outcome) throw new Error(JSON.stringify(outcome));
      this.retries += 1;
      await delay(BETWEEN_REPORTS_MS);
    }
  }
}
