import type { KeyPairs } from './key-pairs.js';
import type { SigningKeyEntity } from './signing-key.entity.js';
import { signingKeyAt } from './signing-key.rules.js';

/**
 * Throws when the key that signs was sealed with another secret than ours: a key that we make would be one that the
 * others cannot open, and nobody could sign in any more.
 */
export async function openCurrent(
  keys: readonly SigningKeyEntity[],
  pairs: KeyPairs,
  now: Date,
): Promise<void> {
  const key = signingKeyAt(keys, now);
  if (key?.sealedPrivateJwk) await pairs.open(key.kid, key.sealedPrivateJwk);
}
