import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../sla/clock.rules.js';
import { loadClocks, toClock } from '../sla/clock.store.js';
import type { CommandParts } from './act-on-report.js';
import type { AcceptedAct, CommonRefusal } from './act.js';
import { prepareAct, saveAct } from './carry-out.js';
import type { ReportEntity } from './report.entity.js';
import { lockReport } from './report.store.js';

/** A locked report with its deadlines, as a rule of time looks at it. */
export interface ReportInTime {
  readonly report: ReportEntity;
  /** All runs, oldest first within a kind. */
  readonly clocks: readonly Clock[];
  readonly now: Date;
  readonly tx: EntityManager;
}

/**
 * The way of the acts that nobody asks for: the platform's own, when time has passed. As for every act the report is
 * locked before the rule is asked, so of two that come at once the second finds nothing left to do.
 */
export function actBySystem<Refused>(
  parts: CommandParts,
  reportId: string,
  decide: (seen: ReportInTime) => Promise<Decision<AcceptedAct, Refused>> | Decision<AcceptedAct, Refused>,
): Promise<Decision<ReportEntity, Refused | CommonRefusal>> {
  return inTransaction(
    parts.database,
    async (tx): Promise<Decision<ReportEntity, Refused | CommonRefusal>> => {
      await parts.office.keepUp(tx);
      const report = await lockReport(tx, reportId);
      if (!report) return refuse({ kind: 'ReportNotFound' });
      const now = parts.clock.now();
      const clocks = (await loadClocks(tx, [report.id])).map(toClock);
      const decision = await decide({ report, clocks, now, tx });
      if (!decision.ok) return decision;
      const prepared = await prepareAct(tx, parts.office, report, decision.value, now);
      return prepared.ok ? accept(await saveAct(tx, parts.office, prepared.value, now)) : prepared;
    },
  );
}
