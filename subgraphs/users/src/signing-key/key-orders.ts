import type { Clock } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import type { KeyPairs } from './key-pairs.js';
import type { KeyOrder } from './key-order.js';
import { keyTable, utc } from './key-table.js';
import { type KeyToRevoke, RevokeSigningKeyCommand } from './revoke-signing-key.command.js';
import { RotateSigningKeyCommand } from './rotate-signing-key.command.js';
import { findKeys } from './signing-key.store.js';

/** What an operator reads, and whether it was done. */
export interface KeyAnswer {
  readonly isDone: boolean;
  readonly text: string;
}

/** Does what an operator wants with the keys of a house, whether it runs or not. */
export class KeyOrders {
  constructor(
    private readonly database: DataSource,
    private readonly pairs: KeyPairs,
    private readonly clock: Clock,
  ) {}

  carryOut(order: KeyOrder): Promise<KeyAnswer> {
    if (order.act === 'list') return this.list();
    return order.act === 'rotate' ? this.rotate() : this.revoke(order.key);
  }

  private async list(): Promise<KeyAnswer> {
    const keys = await findKeys(this.database.manager);
    return done(
      keys.length === 0 ? 'No key yet; the first start makes one.' : keyTable(keys, this.clock.now()),
    );
  }

  private async rotate(): Promise<KeyAnswer> {
    const command = new RotateSigningKeyCommand(this.database, this.pairs, this.clock);
    const outcome = await command.execute('OPERATOR');
    if (outcome.ok) {
      const { kid, signsFrom } = outcome.value.next;
      return done(`${kid} is published and signs from ${utc(signsFrom)} UTC.`);
    }
    const { kid, signsFrom } = outcome.refusal.upcoming;
    return refused(`${kid} is waiting for its turn already; it signs from ${utc(signsFrom)} UTC.`);
  }

  private async revoke(key: KeyToRevoke): Promise<KeyAnswer> {
    const command = new RevokeSigningKeyCommand(this.database, this.pairs, this.clock);
    const outcome = await command.execute(key, 'OPERATOR');
    if (outcome.ok) {
      return done(
        `${key.kid} is revoked: nothing that it signed holds, and clients refresh their sessions.\n` +
          `${outcome.value.next.kid} signs.`,
      );
    }
    const { refusal } = outcome;
    return refused(
      refusal.kind === 'KeyNotFound'
        ? `No key has the kid ${JSON.stringify(key.kid)}; "npm run keys -- list" shows them all.`
        : `${key.kid} was revoked before, at ${utc(refusal.revokedAt)} UTC.`,
    );
  }
}

function done(text: string): KeyAnswer {
  return { isDone: true, text };
}

function refused(text: string): KeyAnswer {
  return { isDone: false, text };
}
