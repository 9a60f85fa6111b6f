import {
  accept,
  type Decision,
  type InvalidInput,
  readText,
  refuse,
  type Viewer,
} from '@satu-pintu/domain-kit';
import { atTheDesk, inAuditedTransaction } from '../audit/audited-transaction.js';
import type { CommandParts } from '../report/act-on-report.js';
import { findNationalPost } from './national-post.js';
import { beginRecalculation, type RecalculationRow } from './recalculation.store.js';

const REASON = { field: 'reason', min: 10, max: 2_000 };

/**
 * Orders that open deadlines are counted anew by the calendar as it is. The next sweep does it; asking while one is
 * under way gives that one, and asking again afterwards moves nothing that did not change since.
 */
export class RecalculateDeadlines {
  constructor(private readonly parts: CommandParts) {}

  execute(
    reason: string,
    viewer: Viewer,
  ): Promise<Decision<RecalculationRow, { readonly kind: 'NotAllowed' } | InvalidInput>> {
    const beginning = atTheDesk('recalculateDeadlines', viewer);
    return inAuditedTransaction<RecalculationRow, { readonly kind: 'NotAllowed' } | InvalidInput>(
      this.parts,
      'recalculateDeadlines',
      beginning,
      async (tx) => {
        const national = await findNationalPost(tx, viewer);
        if (!national) return refuse({ kind: 'NotAllowed' });
        const why = readText(reason, REASON);
        if (!why.ok) return why;
        return accept(await beginRecalculation(tx, why.value, national, this.parts.clock.now()));
      },
    );
  }
}
