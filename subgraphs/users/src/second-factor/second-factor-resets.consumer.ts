import type { Clock } from '@satu-pintu/domain-kit';
import type { OfficerSnapshot, PlacedEvent } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { lockCredentials } from '../account/account.store.js';
import type { OwnerLetters } from '../notification/owner-letters.js';
import { PasskeyEntity } from '../passkey/passkey.entity.js';
import { endOtherSessions } from '../session/session.store.js';
import { forgetSecondFactor } from './second-factor.store.js';
import { forgetChallenges } from './sign-in-challenges.js';

/** Writes an order down once, however often it is told. */
const ORDER = /* sql */ `
  with ordered as (
    update appointment set second_factor_reset_at = $2
     where officer_id = $1 and is_active and account_id is not null
       and (second_factor_reset_at is null or second_factor_reset_at < $2)
    returning account_id
  )
  select account_id as "accountId" from ordered
`;

/*
 * One office must not weaken what opens the post of another: whoever holds several loses the second factor only once
 * those who look after each have said so, within a day.
 */
const IS_ORDERED_FOR_ALL = /* sql */ `
  select bool_and(coalesce(second_factor_reset_at > $2::timestamptz - interval '1 day', false)) as "isOrdered"
    from appointment
   where account_id = $1 and is_active
`;

/** Takes the second factor of an officer away, as the agencies subgraph tells it: who holds the post is known here alone. */
export class SecondFactorResets {
  constructor(
    private readonly letters: OwnerLetters,
    private readonly clock: Clock,
  ) {}

  async apply(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
    for (const { payload, at } of events) {
      const { id, isSecondFactorReset } = payload as OfficerSnapshot;
      if (!isSecondFactorReset) continue;
      const [ordered] = await tx.query<{ accountId: string }[]>(ORDER, [id, at]);
      if (ordered) await this.reset(tx, ordered.accountId, at);
    }
  }

  /** Whatever stood for two factors goes, passkeys too: a device was lost, and the next sign-in begins with the password. */
  private async reset(tx: EntityManager, accountId: string, at: Date): Promise<void> {
    const account = await lockCredentials(tx, accountId);
    const [all] = await tx.query<{ isOrdered: boolean | null }[]>(IS_ORDERED_FOR_ALL, [accountId, at]);
    if (!account || !all?.isOrdered) return;
    const now = this.clock.now();
    await forgetSecondFactor(tx, accountId);
    await tx.delete(PasskeyEntity, { accountId });
    await forgetChallenges(tx, accountId);
    await endOtherSessions(tx, accountId, null, now);
    await this.letters.write(tx, accountId, { kind: 'SECOND_FACTOR_RESET', now });
  }
}
