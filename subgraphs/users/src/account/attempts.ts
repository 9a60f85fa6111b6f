import { createHmac } from 'node:crypto';
import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { deriveKey } from '@satu-pintu/service-kit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many tries in which time. */
export interface TryLimit {
  readonly tries: number;
  readonly windowSeconds: number;
}

const FIVE_IN_A_QUARTER: TryLimit = { tries: 5, windowSeconds: 15 * 60 };

/** Too many tries for one address, or more at once than the service can look at. */
export interface TooManyAttempts {
  readonly kind: 'TooManyAttempts';
  readonly retryAfterSeconds: number;
}

/** Everybody is asked to wait while too many passwords are being looked at; such a try does not count. */
export const BUSY: TooManyAttempts = { kind: 'TooManyAttempts', retryAfterSeconds: 2 };

/**
 * Counts tries per e-mail address or number, known or not: five in 15 minutes unless told otherwise. Every try counts before its password is looked at,
 * so a thousand aliases in one request are a thousand tries. Addresses are kept as keyed hashes, in memory, per process.
 */
export class Attempts {
  private readonly key: Buffer;
  private readonly perAddress: RateLimiterMemory;

  constructor(secret: string, purpose: string, { tries, windowSeconds } = FIVE_IN_A_QUARTER) {
    this.key = deriveKey(secret, `attempts:${purpose}`);
    this.perAddress = new RateLimiterMemory({ points: tries, duration: windowSeconds });
  }

  /** Counts one try. */
  async count(email: string): Promise<Decision<true, TooManyAttempts>> {
    try {
      await this.perAddress.consume(this.nameOf(email));
      return accept(true);
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      return refuse({
        kind: 'TooManyAttempts',
        retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)),
      });
    }
  }

  /** Forgets the tries of someone who has shown the right password. */
  async forget(email: string): Promise<void> {
    await this.perAddress.delete(this.nameOf(email));
  }

  private nameOf(email: string): string {
    return createHmac('sha256', this.key).update(email).digest('base64url');
  }
}
