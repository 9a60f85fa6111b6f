import { createHash } from 'node:crypto';
import type { Clock } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';

const LIFETIME_MS = 5 * 60_000;

const FORGET_ENDED = 'delete from spent_challenge where expires_at <= $1';
const SPEND = /* sql */ `
  with spent as (
    insert into spent_challenge (hash, expires_at) values ($1, $2) on conflict do nothing returning 1
  )
  select from spent
`;

/** What was begun, and what it needs to be finished. */
interface Begun<Memory> {
  readonly memory: Memory;
  /** Epoch milliseconds. */
  readonly exp: number;
}

/** A challenge as it goes out. */
export interface Challenge {
  /** Sealed and new each time; at least 40 bytes, base64url. */
  readonly text: string;
  readonly expiresAt: Date;
}

/**
 * Challenges of one purpose that live five minutes and are answered once. What is to be remembered meanwhile travels in the
 * challenge, sealed, so that whoever asks for a million of them leaves not one row; only what was answered is kept.
 */
export class Challenges<Memory> {
  private readonly sealer: Sealer<Begun<Memory>>;

  constructor(
    secret: string,
    purpose: string,
    private readonly clock: Clock,
  ) {
    this.sealer = createSealer(secret, `challenge:${purpose}`);
  }

  issue(memory: Memory): Challenge {
    const exp = this.clock.now().getTime() + LIFETIME_MS;
    return { text: this.sealer.seal({ memory, exp }), expiresAt: new Date(exp) };
  }

  /** What was remembered; null for anything that is not from here, of another purpose or over. */
  open(text: string): Memory | null {
    return this.begun(text)?.memory ?? null;
  }

  /** Takes a challenge that was answered rightly; false when it was taken before. */
  async spend(tx: EntityManager, text: string): Promise<boolean> {
    const begun = this.begun(text);
    if (!begun) return false;
    await tx.query(FORGET_ENDED, [this.clock.now()]);
    const hash = createHash('sha256').update(Buffer.from(text, 'base64url')).digest();
    const spent = await tx.query<object[]>(SPEND, [hash, new Date(begun.exp)]);
    return spent.length > 0;
  }

  private begun(text: string): Begun<Memory> | null {
    const begun = this.sealer.open(text);
    return begun && begun.exp > this.clock.now().getTime() ? begun : null;
  }
}
