import { randomUUID } from 'node:crypto';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** EdDSA alone: what verifies a token never has to ask which algorithm it may believe. */
export const SIGNING_ALGORITHM = 'EdDSA';

/** A pair as it is stored. */
export interface KeyPair {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly sealedPrivateJwk: string;
}

/** A key that can sign. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: Awaited<ReturnType<typeof importJWK>>;
}

/** Makes key pairs; their private halves leave this class sealed, or ready to sign. */
export class KeyPairs {
  private readonly sealer: Sealer<JWK>;

  constructor(secret: string) {
    this.sealer = createSealer(secret, 'signing-key');
  }

  async make(): Promise<KeyPair> {
    const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
    // An operator types it and the audit log names it, so it is an id like others.
    const kid = randomUUID();
    const publicJwk = { ...(await exportJWK(pair.publicKey)), kid, alg: SIGNING_ALGORITHM, use: 'sig' };
    return { kid, publicJwk, sealedPrivateJwk: this.sealer.seal(await exportJWK(pair.privateKey)) };
  }

  /** Throws for what was sealed with another secret. */
  async open(kid: string, sealedPrivateJwk: string): Promise<SigningKey> {
    const jwk = this.sealer.open(sealedPrivateJwk);
    if (jwk === null) throw new Error('The stored signing key does not open with SIGNING_KEY_SECRET.');
    return { kid, privateKey: await importJWK(jwk, SIGNING_ALGORITHM) };
  }
}
