import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { type FreshProof, isStillProven, type Proof, type ProofRefusal } from '../account/fresh-proof.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Challenge, Challenges } from './challenges.js';
import { decideAddition, type TooManyPasskeys } from './passkey.rules.js';
import { findPasskeys } from './passkey.store.js';
import type { PasskeyOwner, WebAuthn } from './web-authn.js';

/** What a browser is given to ask its user with. */
export interface Ceremony {
  /** JSON text. */
  readonly options: string;
  readonly expiresAt: Date;
}

/** Whose account a challenge to make a passkey is for. */
export interface Registration {
  readonly accountId: string;
}

/** What beginning needs. */
export interface BeginPasskeyParts {
  readonly audit: AccountAudit;
  readonly webAuthn: WebAuthn;
  readonly proof: FreshProof;
  readonly registrations: Challenges<Registration>;
  readonly signIns: Challenges<null>;
}

/** Begins to add a passkey to an account, or to sign in with one. */
export class BeginPasskeyCommand {
  constructor(private readonly parts: BeginPasskeyParts) {}

  /** To add one: whoever found a device unlocked must not come back with a passkey of their own. */
  async register(
    owner: PasskeyOwner,
    proof: Proof,
  ): Promise<Decision<Ceremony, ProofRefusal | TooManyPasskeys>> {
    const { audit, webAuthn, registrations } = this.parts;
    const { accountId } = owner;
    const beginning = 'beginPasskeyRegistration';
    const proven = await this.parts.proof.check(proof, accountId);
    if (!proven.ok) return audit.refused(beginning, { accountId }, proven);
    return audit.inTransaction<Ceremony, TooManyPasskeys | ProofRefusal>(
      beginning,
      { accountId },
      async (tx) => {
        if (!(await isStillProven(tx, accountId, proven.value))) return refuse({ kind: 'OwnerNotProven' });
        const known = await findPasskeys(tx, accountId);
        const decision = decideAddition(known.length);
        if (!decision.ok) return decision;
        const challenge = registrations.issue({ accountId });
        const ids = known.map(({ credentialId }) => credentialId);
        return accept(ceremony(challenge, await webAuthn.creationOptions(owner, ids, challenge.text)));
      },
    );
  }

  /** To sign in, or to prove to be there; nothing says who will, and nothing is left behind. */
  async signIn(): Promise<Ceremony> {
    const challenge = this.parts.signIns.issue(null);
    return ceremony(challenge, await this.parts.webAuthn.requestOptions(challenge.text));
  }
}

function ceremony({ expiresAt }: Challenge, options: string): Ceremony {
  return { options, expiresAt };
}
