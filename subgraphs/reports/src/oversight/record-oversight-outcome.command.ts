import { localDateOf } from '@satu-pintu/calendar';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { OversightFinding } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideConclusion } from './case.rules.js';
import type { OversightRefusal } from './consent.rules.js';

/** What the officer of the Ombudsman sends. */
export interface RecordOversightOutcomeRequest extends ReportRequest {
  readonly finding: OversightFinding;
  readonly summary: string;
  readonly correctiveAction?: string | null | undefined;
  readonly correctiveActionDueDate?: string | null | undefined;
}

/** T29: say what the examination of a case found. */
export class RecordOversightOutcome {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: RecordOversightOutcomeRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, OversightRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'recordOversightOutcome', request, viewer, ({ report, standing, now }) => {
      const examination = {
        finding: request.finding,
        summary: request.summary,
        correctiveAction: request.correctiveAction ?? null,
        correctiveActionDueDate: request.correctiveActionDueDate ?? null,
      };
      return decideConclusion(report, standing, examination, localDateOf(now, 'Asia/Jakarta'));
    });
  }
}
