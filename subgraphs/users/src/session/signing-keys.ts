import type { Clock } from '@satu-pintu/domain-kit';
import { createSealer, inTransaction, type Sealer } from '@satu-pintu/service-kit';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { SigningKeyEntity } from './signing-key.entity.js';

/** EdDSA alone: what verifies a token never has to ask which algorithm it may believe. */
export const SIGNING_ALGORITHM = 'EdDSA';

/** The key that signs now. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: Awaited<ReturnType<typeof importJWK>>;
}

const PUBLISHED = /* sql */ `
  select public_jwk from signing_key
   where retired_at is null or retired_at > $1::timestamptz - interval '24 hours'
   order by created_at desc, kid
`;

/** Keeps the key pairs that sign access tokens. */
export class SigningKeys {
  private readonly sealer: Sealer<JWK>;

  constructor(
    private readonly database: DataSource,
    secret: string,
    private readonly clock: Clock,
  ) {
    this.sealer = createSealer(secret, 'signing-key');
  }

  /** The newest key in use; made now if there is none. Processes that start at once end up with the same one. */
  current(): Promise<SigningKey> {
    return inTransaction(this.database, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('users.signing_key'))`);
      const [newest] = await tx.find(SigningKeyEntity, {
        where: { retiredAt: IsNull() },
        order: { createdAt: 'DESC', kid: 'ASC' },
        take: 1,
      });
      return this.open(newest ?? (await this.make(tx)));
    });
  }

  /** What verifiers need (RFC 7517): keys in use, and for a day those that were. */
  async publicKeys(): Promise<{ readonly keys: readonly JWK[] }> {
    const rows = await this.database.query<{ public_jwk: JWK }[]>(PUBLISHED, [this.clock.now()]);
    return { keys: rows.map((row) => row.public_jwk) };
  }

  private async make(tx: EntityManager): Promise<SigningKeyEntity> {
    const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
    const publicHalf = await exportJWK(pair.publicKey);
    const kid = await calculateJwkThumbprint(publicHalf);
    const key = Object.assign(new SigningKeyEntity(), {
      kid,
      publicJwk: { ...publicHalf, kid, alg: SIGNING_ALGORITHM, use: 'sig' },
      sealedPrivateJwk: this.sealer.seal(await exportJWK(pair.privateKey)),
      createdAt: this.clock.now(),
      retiredAt: null,
    });
    await tx.insert(SigningKeyEntity, key);
    return key;
  }

  private async open(key: SigningKeyEntity): Promise<SigningKey> {
    const jwk = this.sealer.open(key.sealedPrivateJwk);
    if (jwk === null) throw new Error('The stored signing key does not open with SIGNING_KEY_SECRET.');
    return { kid: key.kid, privateKey: await importJWK(jwk, SIGNING_ALGORITHM) };
  }
}
