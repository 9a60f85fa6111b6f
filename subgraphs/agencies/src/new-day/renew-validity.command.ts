import type { Clock } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { saveAgencies, type ToldAgencies } from '../hierarchy/hierarchy.store.js';
import { lockTree } from '../hierarchy/lock-tree.js';
import { existsOn, nationalDay } from '../hierarchy/validity.rules.js';
import { loadTree } from '../reorganisation/tree.query.js';
import { declareSuccession } from '../succession/succession.store.js';

/**
 * Lets every agency be active, or not, as its days say of today, and tells of those that are different; what ends
 * leaves its open reports to the successor that it has. Done twice, or by two processes at once, it changes nothing the
 * second time.
 */
export function renewValidity(database: DataSource, clock: Clock): Promise<ToldAgencies> {
  return inTransaction(database, async (tx) => {
    await lockTree(tx);
    const now = clock.now();
    const today = nationalDay(now);
    const different = (await loadTree(tx)).filter((agency) => agency.isActive !== existsOn(today, agency));
    const renewed = different.map((agency) => ({ ...agency, isActive: !agency.isActive }));
    for (const { id: agencyId, successorId, isActive } of renewed)
      if (!isActive && successorId)
        await declareSuccession(tx, { agencyId, successorId, reason: 'ENDED' }, now);
    return saveAgencies(tx, renewed, now);
  });
}
