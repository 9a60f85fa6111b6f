import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { type Archival, decideArchival, type VerificationRefusal } from './verification.rules.js';

/** What the verifier sends. */
export type ArchiveReportRequest = ReportRequest & Archival;

/** T06: set an unverified report aside, with a reason and an explanation for its reporter. */
export class ArchiveReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ArchiveReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, VerificationRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'archiveReport', request, viewer, ({ report, standing, now }) =>
      decideArchival(report, standing, request, now),
    );
  }
}
