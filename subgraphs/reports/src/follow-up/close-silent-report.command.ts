import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { CommandParts } from '../report/act-on-report.js';
import { prepareAct, saveAct } from '../report/carry-out.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { lockReport } from '../report/report.store.js';
import { latestClock } from '../sla/clock.rules.js';
import { loadClocks, toClock } from '../sla/clock.store.js';
import { decideSilentClosing, type FollowUpRefusal } from './follow-up.rules.js';

/** T20: the office's own act, when a reporter has not answered in time. Nobody can ask for it through the graph. */
export class CloseSilentReport {
  constructor(private readonly parts: CommandParts) {}

  execute(reportId: string): Promise<Decision<ReportEntity, FollowUpRefusal | CommonRefusal>> {
    return inTransaction(this.parts.database, async (tx) => {
      const report = await lockReport(tx, reportId);
      if (!report) return refuse({ kind: 'ReportNotFound' });
      const now = this.parts.clock.now();
      const silence = latestClock((await loadClocks(tx, [report.id])).map(toClock), 'SILENCE');
      const decision = decideSilentClosing(report, silence?.dueAt ?? null, now);
      if (!decision.ok) return decision;
      const prepared = await prepareAct(tx, this.parts.office, report, decision.value, now);
      return prepared.ok ? accept(await saveAct(tx, prepared.value, now)) : prepared;
    });
  }
}
