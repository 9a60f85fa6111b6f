import type { Decision } from '@satu-pintu/domain-kit';
import { actBySystem } from '../report/act-by-system.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { CommonRefusal } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { findHeir } from './succession.query.js';
import { decideSuccession, type SuccessionRefusal } from './succession.rules.js';

/** Gives a report to whoever has the duties of its holder now. Nobody can ask for it through the graph. */
export class SucceedHolder {
  constructor(private readonly parts: CommandParts) {}

  execute(reportId: string): Promise<Decision<ReportEntity, SuccessionRefusal | CommonRefusal>> {
    return actBySystem(this.parts, reportId, async ({ report, tx }) =>
      decideSuccession(report, await findHeir(tx, report.holderAgencyId)),
    );
  }
}
