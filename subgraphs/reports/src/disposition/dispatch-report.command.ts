import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { findAgency } from '../hierarchy/agency.store.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { limitOf } from '../sla/rule-set.js';
import { returnersIn } from './chain.rules.js';
import { decideDispatch, type DispositionRefusal } from './disposition.rules.js';
import { loadDispositions } from './disposition.store.js';

/** What the dispatcher sends. */
export interface DispatchReportRequest extends ReportRequest {
  readonly agencyId: string;
  readonly note?: string | null | undefined;
}

/** T08, T13, T15: send a report down, again after a return, or bindingly. */
export class DispatchReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: DispatchReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, DispositionRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'dispatchReport', request, viewer, async ({ report, standing, tx }) =>
      decideDispatch(report, standing, {
        agency: await findAgency(tx, request.agencyId),
        returners: returnersIn(await loadDispositions(tx, [report.id])),
        returnsBeforeBinding: limitOf(
          this.parts.office.ruleSets.get(report.ruleSetCode),
          'RETURNS_BEFORE_BINDING',
        ),
        note: request.note ?? null,
      }),
    );
  }
}
