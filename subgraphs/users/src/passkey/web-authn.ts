import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyConfig } from '../config.js';
import type { PasskeyAnswer } from './passkey.rules.js';

const NAME_OF_THE_HOUSE = 'Satu Pintu';
/** How long a browser waits for its user; the challenge lives as long. */
const PATIENCE_MS = 5 * 60_000;
/** COSE: Ed25519, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

/** What a device tells of a passkey that it has made. */
export interface MadePasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly isBackedUp: boolean;
}

/** A passkey as it is known here. */
export interface KnownPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
}

/** For whom a passkey is made. */
export interface PasskeyOwner {
  readonly accountId: string;
  /** Null for whoever has a telephone only. */
  readonly email: string | null;
  readonly displayName: string;
}

/** The account id as passkeys carry it: 16 bytes, base64url. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
}

/**
 * Web Authentication (level 3) for this house: passkeys that are found without a name typed, and that have verified their
 * user by finger, face or PIN. Where a device was made is not asked for (attestation `none`).
 */
export class WebAuthn {
  constructor(private readonly config: PasskeyConfig) {}

  /** Options for `navigator.credentials.create`, as JSON text. */
  async creationOptions(owner: PasskeyOwner, known: readonly string[], challenge: string): Promise<string> {
    const options = await generateRegistrationOptions({
      rpName: NAME_OF_THE_HOUSE,
      rpID: this.config.rpId,
      userID: new Uint8Array(Buffer.from(userHandleOf(owner.accountId), 'base64url')),
      userName: owner.email ?? owner.displayName,
      userDisplayName: owner.displayName,
      challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
      timeout: PATIENCE_MS,
      attestationType: 'none',
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return JSON.stringify(options);
  }

  /** Options for `navigator.credentials.get`, as JSON text. */
  async requestOptions(challenge: string): Promise<string> {
    const options = await generateAuthenticationOptions({
      rpID: this.config.rpId,
      challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
      timeout: PATIENCE_MS,
      userVerification: 'required',
    });
    return JSON.stringify(options);
  }

  /** The passkey that a device has made for this challenge; null when the answer does not hold. */
  async readMade(answer: PasskeyAnswer, challenge: string): Promise<MadePasskey | null> {
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: answer as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: [...this.config.origins],
        expectedRPID: this.config.rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!registrationInfo) return null;
      const { credential, credentialBackedUp } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: credential.publicKey,
        signCount: credential.counter,
        transports: credential.transports ?? [],
        isBackedUp: credentialBackedUp,
      };
    } catch {
      // The library throws for whatever a stranger sends.
      return null;
    }
  }

  /** The counter of a passkey that has signed this challenge for a verified user; null when the answer does not hold. */
  async readSigned(
    answer: PasskeyAnswer,
    challenge: string,
    { credentialId, publicKey }: KnownPasskey,
  ): Promise<{ readonly signCount: number; readonly isBackedUp: boolean } | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: answer as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: [...this.config.origins],
        expectedRPID: this.config.rpId,
        requireUserVerification: true,
        // The counter is judged by a rule of ours, which can tell a copy from an answer that does not hold.
        credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter: 0 },
      });
      if (!verified) return null;
      return {
        signCount: authenticationInfo.newCounter,
        isBackedUp: authenticationInfo.credentialBackedUp,
      };
    } catch {
      return null;
    }
  }
}
