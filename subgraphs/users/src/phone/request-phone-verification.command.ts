import { accept, type Decision } from '@satu-pintu/domain-kit';
import { findAccount } from '../account/account.store.js';
import type { TooManyAttempts } from '../account/attempts.js';
import type { Vault } from '../vault/vault.js';
import type { PhoneParts } from './change-phone.command.js';

/** Sends the code that verifies the number of an account again. */
export class RequestPhoneVerificationCommand {
  constructor(
    private readonly parts: Pick<PhoneParts, 'audit' | 'codes' | 'limits' | 'attempts' | 'clock'>,
    private readonly vault: Vault,
  ) {}

  /** Answers whether a message is on its way; none is to a number that is verified, or where none are sent. */
  async execute(accountId: string): Promise<Decision<boolean, TooManyAttempts>> {
    const { audit, codes, limits, attempts, clock } = this.parts;
    const requesting = 'requestPhoneVerification';
    const allowed = await attempts.count(accountId);
    if (!allowed.ok) return audit.refused(requesting, { accountId }, allowed);
    return audit.inTransaction<boolean, TooManyAttempts>(requesting, { accountId }, async (tx) => {
      const account = await findAccount(tx, accountId);
      const sealed = account?.phoneVerifiedAt === null ? account.sealedPhone : null;
      if (!account || sealed === null || !codes.messages.areSent) return accept(false);
      const contact = { kind: 'PHONE', name: this.vault.openPhone(sealed) } as const;
      const within = await limits.count(contact);
      if (!within.ok) return within;
      await codes.askForProof(tx, account, contact, clock.now());
      return accept(true);
    });
  }
}
