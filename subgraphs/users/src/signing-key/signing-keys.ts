import type { Clock } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { JWK } from 'jose';
import type { DataSource, EntityManager } from 'typeorm';
import { recordKeyDeed } from './key-audit.js';
import type { KeyPairs, SigningKey } from './key-pairs.js';
import { firstKey, isPublishedAt, signingKeyAt } from './signing-key.rules.js';
import { findLiveKeys, lockKeys, saveKeyChange } from './signing-key.store.js';

/** Which key signs, and which are published, by the table and the clock; nothing is kept in between. */
export class SigningKeys {
  constructor(
    private readonly database: DataSource,
    private readonly pairs: KeyPairs,
    private readonly clock: Clock,
  ) {}

  /** The key whose turn it is; the first one is made here, once for all processes that ask at the same time. */
  async current(tx: EntityManager = this.database.manager): Promise<SigningKey> {
    return (await this.find(tx)) ?? this.makeFirst();
  }

  /** What verifiers need (RFC 7517), the last in turn first. */
  async publicKeys(): Promise<{ readonly keys: readonly JWK[] }> {
    const now = this.clock.now();
    const live = await findLiveKeys(this.database.manager, now);
    return { keys: live.filter((key) => isPublishedAt(key, now)).map((key) => key.publicJwk) };
  }

  private async find(tx: EntityManager): Promise<SigningKey | null> {
    const now = this.clock.now();
    const able = (await findLiveKeys(tx, now)).filter((key) => key.sealedPrivateJwk !== null);
    const key = signingKeyAt(able, now);
    return key?.sealedPrivateJwk ? this.pairs.open(key.kid, key.sealedPrivateJwk) : null;
  }

  private async makeFirst(): Promise<SigningKey> {
    const pair = await this.pairs.make();
    return inTransaction(this.database, async (tx) => {
      await lockKeys(tx);
      const found = await this.find(tx);
      if (found) return found;
      const now = this.clock.now();
      const next = firstKey(pair.kid, now);
      await saveKeyChange(tx, { changed: [next], next }, pair);
      await recordKeyDeed(tx, now, { action: 'makeSigningKey', actor: 'PLATFORM', kid: pair.kid });
      return this.pairs.open(pair.kid, pair.sealedPrivateJwk);
    });
  }
}
