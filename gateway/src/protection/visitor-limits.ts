import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '@satu-pintu/domain-kit';
import { LRUCache } from 'lru-cache';
import { type Counted, type CountedOperation, triesIn } from './counted-tries.rules.js';
import type { HourlyLimits } from './hourly-limits.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Networks that are remembered at most: memory stays bounded, whoever comes from however many. */
const REMEMBERED = 100_000;

interface Count {
  readonly endsAt: number;
  tries: number;
}

/**
 * Counts what visitors try, per network and hour, in this process. A network is known by a keyed hash; the key is random,
 * lives in memory and is replaced each day, so that nothing here leads to an address, nor from one day to the next.
 */
export class VisitorLimits {
  private readonly counts = new LRUCache<string, Count>({ max: REMEMBERED });
  private key = { day: NaN, bytes: Buffer.alloc(0) };

  constructor(
    private readonly limits: HourlyLimits,
    private readonly clock: Clock,
  ) {}

  /** Counts all tries of an operation; the seconds to wait when one is too many, and null when none is. */
  count(network: string, operation: CountedOperation): number | null {
    const now = this.clock.now().getTime();
    const waits = [...triesIn(operation)].map(([kind, tries]) => this.countOne(network, kind, tries, now));
    const wait = Math.max(0, ...waits);
    return wait === 0 ? null : Math.ceil(wait / 1_000);
  }

  private countOne(network: string, kind: Counted, tries: number, now: number): number {
    const name = this.nameOf(`${kind}:${network}`, now);
    const known = this.counts.get(name);
    const count = known && known.endsAt > now ? known : { endsAt: now + HOUR_MS, tries: 0 };
    count.tries += tries;
    this.counts.set(name, count);
    return count.tries > this.limits[kind] ? count.endsAt - now : 0;
  }

  private nameOf(text: string, now: number): string {
    const day = Math.floor(now / DAY_MS);
    if (day !== this.key.day) this.key = { day, bytes: randomBytes(32) };
    return createHmac('sha256', this.key.bytes).update(text).digest('base64url');
  }
}
