import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideTakingOver, type UpwardRefusal } from './upward.rules.js';

/** What the officer sends. */
export interface TakeOverReportRequest extends ReportRequest {
  readonly reason: string;
}

/** T31: take a report from a unit that cannot act any more. */
export class TakeOverReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: TakeOverReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, UpwardRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'takeOverReport', request, viewer, ({ report, standing }) =>
      decideTakingOver(report, standing, request.reason),
    );
  }
}
