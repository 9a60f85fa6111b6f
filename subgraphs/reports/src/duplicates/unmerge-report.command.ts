import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideUnmerging, type MergeRefusal } from './merge.rules.js';
import { lockMerging } from './merge.store.js';

/** What the officer sends. */
export interface UnmergeReportRequest extends ReportRequest {
  readonly reason: string;
}

/** T22: take a report out of the case that it was merged into. */
export class UnmergeReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: UnmergeReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, MergeRefusal | ActRefusal>> {
    return actOnReport<MergeRefusal | ActRefusal>(
      this.parts,
      'unmergeReport',
      request,
      viewer,
      ({ report, standing }) => decideUnmerging(report, standing, request.reason),
      (tx) => lockMerging(tx, [request.reportId]),
    );
  }
}
