import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { findAgency, loadActiveAtOrAbove, loadNationalDesk } from '../hierarchy/agency.store.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type OpenedReport,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReturnReason } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { dispatcherIn } from './chain.rules.js';
import { decideReturn, type DispositionRefusal, returnWindowOf } from './disposition.rules.js';
import { loadDispositions } from './disposition.store.js';

/** What the holder sends. */
export interface ReturnReportRequest extends ReportRequest {
  readonly reason: ReturnReason;
  readonly explanation: string;
  /** Who should have it instead; null says "we do not know". */
  readonly suggestedAgencyId?: string | null | undefined;
}

/** T12: send a report back to whoever sent it. */
export class ReturnReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReturnReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, DispositionRefusal | ActRefusal>> {
    return actOnReport<DispositionRefusal | ActRefusal>(
      this.parts,
      'returnReport',
      request,
      viewer,
      async (opened) => {
        const windowEnd = await this.returnWindowOf(opened);
        if (!windowEnd.ok) return windowEnd;
        const suggested = request.suggestedAgencyId ?? null;
        const known = suggested === null ? null : await findAgency(opened.tx, suggested);
        return decideReturn(
          opened.report,
          opened.standing,
          {
            reason: request.reason,
            explanation: request.explanation,
            suggestedAgencyId: known?.id ?? null,
            isSuggestionKnown: suggested === null || known !== null,
            dispatcherId: await dispatcherOf(opened),
            windowEndsAt: windowEnd.value,
          },
          opened.now,
        );
      },
    );
  }

  private async returnWindowOf({ report, tx }: OpenedReport): Promise<ReturnType<typeof returnWindowOf>> {
    const { ruleSets, calendar } = this.parts.office;
    const holder = await findAgency(tx, report.holderAgencyId);
    if (!holder) throw new Error(`Report ${report.id} is held by an agency that is not known.`);
    return returnWindowOf(report, ruleSets.get(report.ruleSetCode), holder.timeZone, calendar);
  }
}

/**
 * A report that nobody sent (the agency verified it itself) goes up to the national desk, and past an agency that has
 * ended since it sent it: not into the void.
 */
async function dispatcherOf({ report, tx }: OpenedReport): Promise<string> {
  const chain = await loadDispositions(tx, [report.id]);
  const dispatcherId = dispatcherIn(chain, report.holderAgencyId);
  const taker = await (dispatcherId === null ? loadNationalDesk(tx) : loadActiveAtOrAbove(tx, dispatcherId));
  return taker.id;
}
