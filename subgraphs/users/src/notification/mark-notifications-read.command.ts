import { accept, type Clock, type Decision, type InvalidInput, isUuid, refuse } from '@satu-pintu/domain-kit';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Vault } from '../vault/vault.js';
import type { Audience } from './notification-texts.js';
import { markRead } from './notification.store.js';

const MOST = 100;

/** Marks a person's own notifications as read; ids of others are passed over, as if they did not exist. */
export class MarkNotificationsReadCommand {
  constructor(
    private readonly audit: AccountAudit,
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
    // When somebody reads what they were told would lead to the report that it was about.
    return this.audit.inTransaction('markNotificationsRead', null, async (tx) =>
      accept(await markRead(tx, recipients, known, this.clock.now())),
    );
  }
}
