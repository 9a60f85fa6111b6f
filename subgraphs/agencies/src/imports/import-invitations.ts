import { createHmac } from 'node:crypto';
import { deriveKey } from '@satu-pintu/service-kit';
import { type Invitation, invitationBy } from '../appointments/invitation.js';

/**
 * The invitations of imports. Their codes are derived from the import and the post under a key of this service, so that
 * thousands can be told at the end of an import though no table holds one.
 */
export class ImportInvitations {
  private readonly key: Buffer;

  constructor(importsKey: string) {
    this.key = deriveKey(importsKey, 'invitations of imports');
  }

  /** The same code for the same post of the same import; it works for two weeks from then. */
  invite(importId: string, officerId: string, since: Date): Invitation {
    const secret = createHmac('sha256', this.key).update(`${importId}:${officerId}`).digest();
    return invitationBy(secret, since);
  }
}
