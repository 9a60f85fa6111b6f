import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { type KeyKeeper, recordKeyDeed } from './key-audit.js';
import type { KeyPairs } from './key-pairs.js';
import { openCurrent } from './open-current.js';
import {
  decideRotation,
  isRotationDue,
  type KeyChange,
  type KeyInstants,
  type RotationUnderWay,
} from './signing-key.rules.js';
import { findLiveKeys, lockKeys, saveKeyChange } from './signing-key.store.js';

/** The key that signs is not old enough yet, or another process was faster. */
interface NotDue {
  readonly kind: 'NotDue';
}

/** Lets another key take over in a while, from which verifiers get to know it meanwhile. */
export class RotateSigningKeyCommand {
  constructor(
    private readonly database: DataSource,
    private readonly pairs: KeyPairs,
    private readonly clock: Clock,
  ) {}

  /** Whatever the age of the present one. */
  execute(actor: KeyKeeper): Promise<Decision<KeyChange, RotationUnderWay>> {
    return this.rotate(actor, (keys, newKid) => decideRotation(keys, newKid, this.clock.now()));
  }

  /** Only a key that has signed for so many days; says whether it did. However many processes ask, one does. */
  async executeWhenDue(maxAgeDays: number): Promise<boolean> {
    const isDue = (keys: readonly KeyInstants[]): boolean =>
      isRotationDue(keys, maxAgeDays, this.clock.now());
    // Without a lock, since it is asked all the time.
    if (!isDue(await findLiveKeys(this.database.manager, this.clock.now()))) return false;
    const { ok } = await this.rotate<RotationUnderWay | NotDue>('PLATFORM', (keys, newKid) =>
      isDue(keys) ? decideRotation(keys, newKid, this.clock.now()) : refuse({ kind: 'NotDue' }),
    );
    return ok;
  }

  private async rotate<Refusal>(
    actor: KeyKeeper,
    decide: (keys: readonly KeyInstants[], newKid: string) => Decision<KeyChange, Refusal>,
  ): Promise<Decision<KeyChange, Refusal>> {
    const pair = await this.pairs.make();
    return inTransaction(this.database, async (tx) => {
      const keys = await lockKeys(tx);
      await openCurrent(keys, this.pairs, this.clock.now());
      const decision = decide(keys, pair.kid);
      if (!decision.ok) return decision;
      await saveKeyChange(tx, decision.value, pair);
      await recordKeyDeed(tx, this.clock.now(), { action: 'rotateSigningKey', actor, kid: pair.kid });
      return accept(decision.value);
    });
  }
}
