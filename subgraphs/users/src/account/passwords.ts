import { createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from '@satu-pintu/service-kit';
import { hash, type Options, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. Argon2id is the library's default. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More at once would let a flood of sign-ins take all processors and memory. */
const HASHES_AT_ONCE = 2;

/** More than this many would wait for seconds; they are asked to come back instead. */
const HASHES_WAITING = 50;

/** Hashes passwords and compares them. The pepper lies outside the database, so a stolen table cannot be guessed. */
export class Passwords {
  private readonly pepper: Buffer;
  private readonly limit = pLimit(HASHES_AT_ONCE);
  private readonly nobodysHash: Promise<string>;

  constructor(pepper: string) {
    this.pepper = deriveKey(pepper, 'password');
    this.nobodysHash = this.hash(randomBytes(32).toString('base64url'));
  }

  /** Whether whoever comes now should come back a little later. */
  get isBusy(): boolean {
    return this.limit.pendingCount >= HASHES_WAITING;
  }

  /** What to store for a password. */
  hash(password: string): Promise<string> {
    return this.limit(() => hash(this.season(password), COST));
  }

  /** Whether it is the right one. For null, nobody's hash is compared: the answer is no and takes as long. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const expected = stored ?? (await this.nobodysHash);
    const isRight = await this.limit(() => verify(expected, this.season(password)));
    return isRight && stored !== null;
  }

  /** Text, because the library compares nothing but UTF-8. */
  private season(password: string): string {
    return createHmac('sha256', this.pepper).update(password).digest('base64');
  }
}
