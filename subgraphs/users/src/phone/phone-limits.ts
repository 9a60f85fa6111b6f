import { accept, type Decision } from '@satu-pintu/domain-kit';
import { Attempts, type TooManyAttempts } from '../account/attempts.js';
import type { Contact } from './contact.js';

const HOUR_SECONDS = 3_600;

/**
 * What may be written to one number: three messages in an hour and ten in a day, known here or not. Each costs money, and
 * its owner some peace. What one network may cause in an hour the gateway counts.
 */
export class PhoneLimits {
  private readonly perHour: Attempts;
  private readonly perDay: Attempts;

  constructor(secret: string) {
    this.perHour = new Attempts(secret, 'texts-per-hour', { tries: 3, windowSeconds: HOUR_SECONDS });
    this.perDay = new Attempts(secret, 'texts-per-day', { tries: 10, windowSeconds: 24 * HOUR_SECONDS });
  }

  /** Counts one message; e-mails are not counted here. */
  async count({ kind, name }: Contact): Promise<Decision<true, TooManyAttempts>> {
    if (kind === 'EMAIL') return accept(true);
    const inHour = await this.perHour.count(name);
    return inHour.ok ? this.perDay.count(name) : inHour;
  }
}
