import type { CalendarNotLoaded } from '@satu-pintu/calendar';
import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import { loadStanding } from '../hierarchy/standing.store.js';
import { proofOf } from '../privacy/ownership.js';
import { sightOf } from '../privacy/sight.rules.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type OpenedReport,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { loadReports } from '../report/report.store.js';
import { openChance } from '../second-chance/open-chance.js';
import { decideMerging, type MergeRefusal, type MergeTarget } from './merge.rules.js';
import { lockMerging } from './merge.store.js';

/** What the officer sends. */
export interface MergeReportsRequest extends ReportRequest {
  /** The report to join, or one that is merged into it. */
  readonly intoReportId: string;
  readonly reason: string;
}

/** T21: have a report handled within another one about the same matter. */
export class MergeReports {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: MergeReportsRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, MergeRefusal | ActRefusal>> {
    return actOnReport<MergeRefusal | ActRefusal>(
      this.parts,
      'mergeReports',
      request,
      viewer,
      async (opened) => {
        const target = await this.openTarget(opened, request.intoReportId, viewer);
        if (!target.ok) return target;
        return decideMerging(opened.report, opened.standing, target.value, request.reason, opened.now);
      },
      (tx) => lockMerging(tx, [request.reportId, request.intoReportId]),
    );
  }

  /** The case that the named report belongs to; null where either is out of the viewer's sight. */
  private async openTarget(
    opened: OpenedReport,
    reportId: string,
    viewer: Viewer,
  ): Promise<Decision<MergeTarget | null, CalendarNotLoaded>> {
    const named = await this.open(opened, reportId, viewer);
    const lead = named?.report.mergedIntoId
      ? await this.open(opened, named.report.mergedIntoId, viewer)
      : named;
    if (!lead) return accept(null);
    const chance = await openChance(lead, this.parts.office);
    if (!chance.ok) return chance;
    const reopensUntil = lead.report.state === 'CLOSED' ? (chance.value?.endsAt ?? null) : null;
    return accept({ report: lead.report, standing: lead.standing, reopensUntil });
  }

  private async open(
    { tx, now }: OpenedReport,
    reportId: string,
    viewer: Viewer,
  ): Promise<OpenedReport | null> {
    const [report] = await loadReports(tx, [reportId]);
    if (!report) return null;
    const { standing } = await loadStanding(tx, report, viewer, proofOf(viewer, null, this.parts.codes));
    return sightOf(report, standing).exists ? { report, standing, tx, now } : null;
  }
}
