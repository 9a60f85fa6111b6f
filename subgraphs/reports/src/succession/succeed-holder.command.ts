import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import { prepareAct, saveAct } from '../report/carry-out.js';
import type { ReportEntity } from '../report/report.entity.js';
import { lockReport } from '../report/report.store.js';
import { findHeir } from './succession.query.js';
import { decideSuccession, type SuccessionRefusal } from './succession.rules.js';

/** Gives a report to whoever has the duties of its holder now. Nobody can ask for it through the graph. */
export class SucceedHolder {
  constructor(private readonly parts: CommandParts) {}

  execute(reportId: string): Promise<Decision<ReportEntity, SuccessionRefusal | CommonRefusal>> {
    const { database, office, clock } = this.parts;
    type Outcome = Decision<ReportEntity, SuccessionRefusal | CommonRefusal>;
    return inTransaction(database, async (tx): Promise<Outcome> => {
      const report = await lockReport(tx, reportId);
      if (!report) return refuse({ kind: 'ReportNotFound' });
      const decision = decideSuccession(report, await findHeir(tx, report.holderAgencyId));
      if (!decision.ok) return decision;
      const now = clock.now();
      const prepared = await prepareAct(tx, office, report, decision.value, now);
      return prepared.ok ? accept(await saveAct(tx, office, prepared.value, now)) : prepared;
    });
  }
}
