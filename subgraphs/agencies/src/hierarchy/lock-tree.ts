import type { EntityManager } from 'typeorm';

const LOCK = /* sql */ `select pg_advisory_xact_lock(hashtext('agencies: the tree'))`;

/**
 * Lets one transaction at a time change the tree, until it ends: whether a move makes a circle, and which paths it
 * changes, is asked of the tree as it stands. Such changes are rare; reading goes on.
 */
export async function lockTree(tx: EntityManager): Promise<void> {
  await tx.query(LOCK);
}
