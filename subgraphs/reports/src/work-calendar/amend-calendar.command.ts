import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import { atTheDesk, inAuditedTransaction } from '../audit/audited-transaction.js';
import type { CommandParts } from '../report/act-on-report.js';
import { type AmendmentRow, appendAmendment, findLastOfDay, holdCalendar } from './amendment.store.js';
import { type Amendment, type AmendmentRefusal, decideAmendment } from './amendment.rules.js';
import { findNationalPost } from './national-post.js';

/** Decrees one day otherwise; asking again for the same changes nothing and answers the same. */
export class AmendCalendar {
  constructor(private readonly parts: CommandParts) {}

  execute(amendment: Amendment, viewer: Viewer): Promise<Decision<AmendmentRow, AmendmentRefusal>> {
    const { office, clock } = this.parts;
    const beginning = atTheDesk('amendCalendar', viewer);
    return inAuditedTransaction<AmendmentRow, AmendmentRefusal>(
      this.parts,
      'amendCalendar',
      beginning,
      async (tx, deed) => {
        await holdCalendar(tx);
        await office.keepUp(tx);
        const national = await findNationalPost(tx, viewer);
        const last = national && (await findLastOfDay(tx, amendment.date));
        deed.isWrittenDown = last !== null && isSame(last, amendment);
        if (last && deed.isWrittenDown) return accept(last);
        const decision = decideAmendment(amendment, { national, calendar: office.calendar });
        if (!decision.ok) return decision;
        return accept(await appendAmendment(tx, decision.value.amendment, decision.value.by, clock.now()));
      },
    );
  }
}

function isSame(last: AmendmentRow, { kind, name, legalBasis }: Amendment): boolean {
  return last.kind === kind && last.name === name.trim() && last.legalBasis === legalBasis.trim();
}
