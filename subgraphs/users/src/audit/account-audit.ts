import { type AuditActor, isDenial, recordAudit } from '@satu-pintu/audit';
import type { Clock, Decision } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { Vault } from '../vault/vault.js';

/** Who is meant, where nobody may be named: an account, or the address that somebody gave. */
export type Meant = { readonly accountId: string } | { readonly address: string };

/** What is known of a deed as it begins; the command may learn more. */
export interface AccountDeed {
  actor: AuditActor;
}

/**
 * The one transaction of every command of this subgraph: what came of it is written into the audit log beside it, a
 * refusal too. An account is told apart from others for one day only, and an address apart from its account, so that the
 * log does not lead from one report of a person to the next.
 */
export class AccountAudit {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @param meant null for somebody of whom nothing is to be kept */
  inTransaction<Done, Refused extends { readonly kind: string }>(
    action: string,
    meant: Meant | null,
    work: (tx: EntityManager, deed: AccountDeed) => Promise<Decision<Done, Refused>>,
  ): Promise<Decision<Done, Refused>> {
    return inTransaction(this.database, async (tx) => {
      const deed: AccountDeed = { actor: this.actorOf(meant) };
      const outcome = await work(tx, deed);
      if (outcome.ok || isDenial(outcome.refusal)) await this.record(tx, action, deed.actor, outcome);
      return outcome;
    });
  }

  /** Writes down what was refused before there was anything to change. */
  refused<Refusal extends { readonly kind: string }>(
    action: string,
    meant: Meant,
    refused: { readonly ok: false; readonly refusal: Refusal },
  ): Promise<Decision<never, Refusal>> {
    return this.inTransaction<never, Refusal>(action, meant, () => Promise.resolve(refused));
  }

  actorOf(meant: Meant | null): AuditActor {
    if (meant === null) return { kind: 'SOMEBODY' };
    const name = 'accountId' in meant ? `account:${meant.accountId}` : `address:${meant.address}`;
    return { kind: 'ACCOUNT', hash: this.vault.hashOfTheDay(name, this.clock.now()) };
  }

  private record(
    tx: EntityManager,
    action: string,
    actor: AuditActor,
    outcome: Decision<unknown, { readonly kind: string }>,
  ): Promise<void> {
    const isOfficer = actor.kind === 'OFFICER';
    return recordAudit(tx, this.clock.now(), {
      action,
      outcome: outcome.ok ? 'ACCEPTED' : 'REFUSED',
      code: outcome.ok ? null : outcome.refusal.kind,
      actor,
      subject: isOfficer ? { kind: 'OFFICER', id: actor.officerId } : null,
      agencyIds: isOfficer ? [actor.agencyId] : [],
    });
  }
}
