import { randomUUID } from 'node:crypto';
import { accept, type Clock, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { holdAccounts } from '../account/account.store.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Registration } from './begin-passkey.command.js';
import type { Challenges } from './challenges.js';
import { PasskeyEntity } from './passkey.entity.js';
import {
  challengeOf,
  decideAddition,
  readAnswer,
  readPasskeyName,
  type TooManyPasskeys,
} from './passkey.rules.js';
import { findPasskeys, savePasskey } from './passkey.store.js';
import type { MadePasskey, WebAuthn } from './web-authn.js';

/** The answer of the device does not hold, came too late or twice, or is of a passkey that is not known. */
export interface PasskeyNotAccepted {
  readonly kind: 'PasskeyNotAccepted';
}

/** Why a passkey was not added. */
export type AddPasskeyRefusal = InvalidInput | PasskeyNotAccepted | TooManyPasskeys;

/** Adds the passkey that a device has made for a challenge of this account. */
export class AddPasskeyCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly webAuthn: WebAuthn,
    private readonly registrations: Challenges<Registration>,
    private readonly clock: Clock,
  ) {}

  async execute(
    request: { readonly credential: string; readonly name: string },
    accountId: string,
  ): Promise<Decision<PasskeyEntity, AddPasskeyRefusal>> {
    const name = readPasskeyName(request.name);
    if (!name.ok) return name;
    const answer = readAnswer(request.credential);
    const challenge = answer ? challengeOf(answer) : '';
    const isOwn = this.registrations.open(challenge)?.accountId === accountId;
    const made = answer && isOwn ? await this.webAuthn.readMade(answer, challenge) : null;
    return this.audit.inTransaction<PasskeyEntity, AddPasskeyRefusal>(
      'finishPasskeyRegistration',
      { accountId },
      async (tx) =>
        made
          ? this.add(tx, this.passkeyOf(made, name.value, accountId), challenge)
          : refuse({ kind: 'PasskeyNotAccepted' }),
    );
  }

  private async add(
    tx: EntityManager,
    passkey: PasskeyEntity,
    challenge: string,
  ): Promise<Decision<PasskeyEntity, AddPasskeyRefusal>> {
    const lives = (await holdAccounts(tx, [passkey.accountId])).size > 0;
    if (!lives || !(await this.registrations.spend(tx, challenge))) {
      return refuse({ kind: 'PasskeyNotAccepted' });
    }
    const decision = decideAddition((await findPasskeys(tx, passkey.accountId)).length);
    if (!decision.ok) return decision;
    // A credential that some account has already is a lie of the device, or a second answer.
    return (await savePasskey(tx, passkey)) ? accept(passkey) : refuse({ kind: 'PasskeyNotAccepted' });
  }

  private passkeyOf(made: MadePasskey, name: string, accountId: string): PasskeyEntity {
    return Object.assign(new PasskeyEntity(), {
      id: randomUUID(),
      accountId,
      credentialId: made.credentialId,
      publicKey: Buffer.from(made.publicKey),
      signCount: String(made.signCount),
      transports: [...made.transports],
      isBackedUp: made.isBackedUp,
      name,
      createdAt: this.clock.now(),
      lastUsedAt: null,
      blockedAt: null,
    });
  }
}
