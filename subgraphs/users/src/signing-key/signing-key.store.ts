import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import type { KeyPair } from './key-pairs.js';
import { SigningKeyEntity } from './signing-key.entity.js';
import { AFTERLIFE_MS, CLOCK_TOLERANCE_MS, type KeyChange } from './signing-key.rules.js';

const LOCK = `select pg_advisory_xact_lock(hashtext('users.signing_key'))`;

/* Told to every gateway, as ends of sessions are. */
const TELL = 'insert into revocation (kid) values ($1)';

/* A process whose clock is a little behind may still want to sign with it. */
const DESTROY = /* sql */ `
  update signing_key set sealed_private_jwk = null
   where sealed_private_jwk is not null and retired_at <= $1
`;

/** All keys that there ever were, in their turns. */
export function findKeys(tx: EntityManager): Promise<SigningKeyEntity[]> {
  return tx.find(SigningKeyEntity, { order: { signsFrom: 'ASC', kid: 'ASC' } });
}

/** The same, and nobody else acts on them until the transaction ends. */
export async function lockKeys(tx: EntityManager): Promise<SigningKeyEntity[]> {
  await tx.query(LOCK);
  return findKeys(tx);
}

/** Keys that are neither revoked, by whichever clock, nor withdrawn; the last in turn first. */
export function findLiveKeys(tx: EntityManager, now: Date): Promise<SigningKeyEntity[]> {
  const retiredAfter = new Date(now.getTime() - AFTERLIFE_MS);
  return tx.find(SigningKeyEntity, {
    where: [
      { revokedAt: IsNull(), retiredAt: IsNull() },
      { revokedAt: IsNull(), retiredAt: MoreThan(retiredAfter) },
    ],
    order: { signsFrom: 'DESC', kid: 'ASC' },
  });
}

/** Writes what an act changed; the pair is that of a key that the act brings, if it brings one. Says whether it did. */
export async function saveKeyChange(
  tx: EntityManager,
  { changed }: KeyChange,
  pair: KeyPair,
): Promise<boolean> {
  for (const { kid, createdAt, signsFrom, retiredAt, revokedAt } of changed) {
    const instants = { signsFrom, retiredAt, revokedAt };
    if (kid === pair.kid)
      await tx.insert(SigningKeyEntity, { ...pair, ...instants, createdAt, revocationReason: null });
    else if (revokedAt) await tx.update(SigningKeyEntity, { kid }, { ...instants, sealedPrivateJwk: null });
    else await tx.update(SigningKeyEntity, { kid }, instants);
  }
  return changed.some(({ kid }) => kid === pair.kid);
}

/** Keeps why a key was revoked, and tells the gateways that it was. */
export async function tellRevocation(tx: EntityManager, kid: string, reason: string | null): Promise<void> {
  await tx.update(SigningKeyEntity, { kid }, { revocationReason: reason });
  await tx.query(TELL, [kid]);
}

/** Destroys the private halves of keys that have signed their last token. */
export async function destroyPrivateHalves(tx: EntityManager, now: Date): Promise<void> {
  await tx.query(DESTROY, [new Date(now.getTime() - CLOCK_TOLERANCE_MS)]);
}
