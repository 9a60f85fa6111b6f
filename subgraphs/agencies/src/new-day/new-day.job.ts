import type { Clock } from '@satu-pintu/domain-kit';
import { WorkerLoop } from '@satu-pintu/events';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { nationalDay } from '../hierarchy/validity.rules.js';
import { forgetImports } from '../imports/import.store.js';
import { renewValidity } from './renew-validity.command.js';

/** How often a process looks at the calendar. */
const LOOK_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Days for which an import is kept when it is over, and when its file never came. */
const KEPT_DAYS = { over: 30, neverSent: 1 };

/** What the job is made with. */
export interface NewDayParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Does what a new day brings, once when the process starts and once each time the day of the capital changes. */
export class NewDayJob implements Closable {
  private readonly loop: WorkerLoop;
  private readonly timer: NodeJS.Timeout;
  /** Day that this process has dealt with; none before the first. */
  private day: string | null = null;

  constructor(
    private readonly parts: NewDayParts,
    lookMs = LOOK_MS,
  ) {
    this.loop = new WorkerLoop('agencies.new-day', () => this.work(), parts.logger);
    this.timer = setInterval(() => this.look(), lookMs).unref();
    this.look();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.loop.close();
  }

  private look(): void {
    if (this.today() !== this.day) this.loop.wake();
  }

  private async work(): Promise<boolean> {
    const { database, clock, logger } = this.parts;
    const today = this.today();
    const { changed } = await renewValidity(database, clock);
    if (changed > 0) logger.info({ changed, today }, 'agencies began or ended by their days');
    const before = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS);
    await forgetImports(database.manager, before(KEPT_DAYS.over), before(KEPT_DAYS.neverSent));
    this.day = today;
    return false;
  }

  private today(): string {
    return nationalDay(this.parts.clock.now());
  }
}
