import { recordAudit } from '@satu-pintu/audit';
import type { EntityManager } from 'typeorm';

/** Who acts on keys: somebody who rules the machine, with a command, or the house by itself. */
export type KeyKeeper = 'OPERATOR' | 'PLATFORM';

/** Something that was done to a key. */
export interface KeyDeed {
  readonly action: 'makeSigningKey' | 'rotateSigningKey' | 'revokeSigningKey';
  readonly actor: KeyKeeper;
  /** The new key, or the one that was revoked. */
  readonly kid: string;
}

/** Writes it into the audit log, in the transaction in which it is done. It concerns no agency: the country reads it. */
export function recordKeyDeed(tx: EntityManager, now: Date, { action, actor, kid }: KeyDeed): Promise<void> {
  return recordAudit(tx, now, {
    action,
    outcome: 'ACCEPTED',
    code: null,
    actor: { kind: actor },
    subject: { kind: 'SIGNING_KEY', id: kid },
    agencyIds: [],
  });
}
