import { accept, type Clock, type Decision, type InvalidInput, isUuid, refuse } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import type { Vault } from '../vault/vault.js';
import type { Audience } from './notification-texts.js';
import { markRead } from './notification.store.js';

const MOST = 100;

/** Marks a person's own notifications as read; ids of others are passed over, as if they did not exist. */
export class MarkNotificationsReadCommand {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @param ids null for all that are unread */
  async execute(
    ids: readonly string[] | null,
    accountId: string,
    audiences: readonly Audience[],
  ): Promise<Decision<number, InvalidInput>> {
    if (ids !== null && ids.length > MOST)
      return refuse({ kind: 'InvalidInput', field: 'ids', reason: 'TOO_LONG' });
    const known = ids?.filter(isUuid) ?? null;
    const recipients = this.vault.recipientsOf(accountId, audiences);
    return accept(await markRead(this.database, recipients, known, this.clock.now()));
  }
}
