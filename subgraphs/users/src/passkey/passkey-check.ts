import type { Clock } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';
import type { Challenges } from './challenges.js';
import { challengeOf, isCopySuspected, readAnswer } from './passkey.rules.js';
import { blockPasskey, lockPasskey, markUsed } from './passkey.store.js';
import { userHandleOf, type WebAuthn } from './web-authn.js';

/** Finds out whose passkey has answered. */
export class PasskeyCheck {
  constructor(
    private readonly webAuthn: WebAuthn,
    private readonly challenges: Challenges<null>,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * The account whose passkey has signed a challenge of ours, or null. The challenge is spent and the use is counted in the
   * transaction; a passkey whose counter went back is blocked in it, so the transaction must commit either way.
   */
  async accountOf(tx: EntityManager, text: string): Promise<string | null> {
    const answer = readAnswer(text);
    if (!answer) return null;
    const challenge = challengeOf(answer);
    const passkey = await lockPasskey(tx, answer.id);
    if (!passkey || answer.response.userHandle !== userHandleOf(passkey.accountId)) return null;
    const signed = await this.webAuthn.readSigned(answer, challenge, passkey);
    if (!signed || !(await this.challenges.spend(tx, challenge))) return null;
    const now = this.clock.now();
    if (isCopySuspected(passkey.signCount, signed.signCount)) {
      this.logger.warn({ passkey: passkey.id }, 'a passkey counts backwards, as a copy does; it is blocked');
      await blockPasskey(tx, passkey.id, now);
      return null;
    }
    await markUsed(tx, passkey.id, signed, now);
    return passkey.accountId;
  }
}
