import { accept, type Clock, type Decision } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { type KeyKeeper, recordKeyDeed } from './key-audit.js';
import type { KeyPairs } from './key-pairs.js';
import { openCurrent } from './open-current.js';
import {
  decideRevocation,
  type KeyAlreadyRevoked,
  type KeyChange,
  type KeyNotFound,
} from './signing-key.rules.js';
import { lockKeys, saveKeyChange, tellRevocation } from './signing-key.store.js';

/** A key that somebody else may have. */
export interface KeyToRevoke {
  readonly kid: string;
  /** For those who read the list later; null without. */
  readonly reason: string | null;
}

/** Ends a key and all that it signed, at once and everywhere, and sees to it that another one signs. */
export class RevokeSigningKeyCommand {
  constructor(
    private readonly database: DataSource,
    private readonly pairs: KeyPairs,
    private readonly clock: Clock,
  ) {}

  async execute(
    { kid, reason }: KeyToRevoke,
    actor: KeyKeeper,
  ): Promise<Decision<KeyChange, KeyNotFound | KeyAlreadyRevoked>> {
    const pair = await this.pairs.make();
    return inTransaction(this.database, async (tx) => {
      const keys = await lockKeys(tx);
      const now = this.clock.now();
      await openCurrent(keys, this.pairs, now);
      const decision = decideRevocation(keys, kid, pair.kid, now);
      if (!decision.ok) return decision;
      const isReplaced = await saveKeyChange(tx, decision.value, pair);
      await tellRevocation(tx, kid, reason);
      await recordKeyDeed(tx, now, { action: 'revokeSigningKey', actor, kid });
      if (isReplaced) await recordKeyDeed(tx, now, { action: 'makeSigningKey', actor, kid: pair.kid });
      return accept(decision.value);
    });
  }
}
