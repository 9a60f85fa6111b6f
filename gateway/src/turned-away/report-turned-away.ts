import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@satu-pintu/domain-kit';
import { type Closable, type DoorRefusal, type Logger, MOST_DOOR_REFUSALS } from '@satu-pintu/service-kit';
import type { Asker } from '../identity/asker.js';
import type { Refused } from '../policy/guard.js';
import { Tally } from './tally.rules.js';
import type { TellRefusals } from './tell-users.js';

const LOOK_MS = 100;
const RETRY_MS = 500;
/** Refusals that wait for users to come back. */
const MOST_WAITING = 5_000;
const FAREWELL_MS = 2_000;
/** What is only counted is logged this often. */
const LOG_MS = 60_000;

/**
 * Brings what the guard refuses into the audit log: counted, told in batches, told again while users is away, and never
 * waited for. Of visitors nothing is told; how many they were is in the process log.
 */
export class TurnedAwayReporter implements Closable {
  private readonly tally = new Tally(randomUUID);
  private readonly waiting: DoorRefusal[] = [];
  private looking: NodeJS.Timeout | null = null;
  private telling: Promise<void> | null = null;
  private isStopping = false;
  private uncounted = { visitors: 0, lost: 0 };
  private loggedAt = -Infinity;

  constructor(
    private readonly tell: TellRefusals,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Somebody was refused something. */
  readonly note = ({ claims }: Asker, { field, missing }: Refused): void => {
    if (!claims) this.uncounted.visitors += 1;
    else {
      const { accountId, appointments } = claims;
      const refused = { accountId, post: appointments[0] ?? null, field, missing };
      if (!this.tally.count(refused, this.clock.now())) this.uncounted.lost += 1;
    }
    this.looking ??= setInterval(() => {
      this.look();
    }, LOOK_MS).unref();
  };

  /** Tells what is left, once; what users does not take then is lost. */
  async close(): Promise<void> {
    this.isStopping = true;
    if (this.looking) clearInterval(this.looking);
    this.keep(this.tally.takeAll());
    await Promise.race([this.tellAll(), pause(FAREWELL_MS, undefined, { ref: false })]);
    this.uncounted.lost += this.waiting.length;
    this.log();
  }

  private look(): void {
    this.keep(this.tally.takeDue(this.clock.now()));
    if (performance.now() - this.loggedAt >= LOG_MS) this.log();
    if (this.waiting.length > 0) void this.tellAll();
    else if (
      this.tally.isEmpty &&
      this.uncounted.visitors === 0 &&
      this.uncounted.lost === 0 &&
      this.looking
    ) {
      clearInterval(this.looking);
      this.looking = null;
    }
  }

  private keep(refusals: readonly DoorRefusal[]): void {
    const room = MOST_WAITING - this.waiting.length;
    this.waiting.push(...refusals.slice(0, room));
    this.uncounted.lost += Math.max(0, refusals.length - room);
  }

  private tellAll(): Promise<void> {
    this.telling ??= this.tellWaiting().finally(() => {
      this.telling = null;
    });
    return this.telling;
  }

  private async tellWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, MOST_DOOR_REFUSALS);
      try {
        if (!(await this.tell(batch))) this.uncounted.lost += batch.length;
        this.waiting.splice(0, batch.length);
      } catch (error) {
        this.logger.debug({ err: error }, 'users cannot be told of refusals');
        if (this.isStopping) return;
        await pause(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  private log(): void {
    const { visitors, lost } = this.uncounted;
    if (visitors > 0) this.logger.info({ visitors }, 'visitors were refused what takes a post or an account');
    if (lost > 0) this.logger.error({ lost }, 'refusals are missing in the audit log');
    if (visitors > 0 || lost > 0) this.loggedAt = performance.now();
    this.uncounted = { visitors: 0, lost: 0 };
  }
}
