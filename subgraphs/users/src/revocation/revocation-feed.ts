import type { WakeUp } from '@satu-pintu/events';
import type { Closable } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import {
  findRevocations,
  forgetOldRevocations,
  REVOCATION_CHANNEL,
  type Revocation,
} from './revocations.store.js';

/** How long a question waits for something to tell. */
const WAIT_MS = 15_000;

/** Tells gateways what was revoked, as soon as it is. */
export class RevocationFeed implements Closable {
  private readonly waiting = new Set<() => void>();
  private isClosed = false;

  constructor(
    private readonly database: DataSource,
    private readonly wakeUp: WakeUp,
  ) {}

  async start(): Promise<void> {
    await forgetOldRevocations(this.database);
    await this.wakeUp.on(REVOCATION_CHANNEL, () => {
      this.wakeAll();
    });
  }

  /**
   * What was revoked after a place; waits a while when that is nothing new. What is told again from the last seconds is
   * not news.
   */
  async after(place: number): Promise<readonly Revocation[]> {
    const deadline = performance.now() + WAIT_MS;
    for (;;) {
      const found = await findRevocations(this.database, place);
      const left = deadline - performance.now();
      if (found.some(({ seq }) => seq > place) || this.isClosed) return found;
      if (left <= 0) {
        await forgetOldRevocations(this.database);
        return found;
      }
      await this.woken(left);
    }
  }

  close(): Promise<void> {
    this.isClosed = true;
    this.wakeAll();
    return Promise.resolve();
  }

  private woken(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.waiting.add(wake);
    });
  }

  private wakeAll(): void {
    for (const wake of [...this.waiting]) wake();
  }
}
