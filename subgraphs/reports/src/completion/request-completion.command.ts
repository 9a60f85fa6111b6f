import { randomUUID } from 'node:crypto';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { MissingItem } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { limitOf } from '../sla/rule-set.js';
import { type CompletionRefusal, decideCompletionRequest } from './completion.rules.js';

/** What the verifier sends. */
export interface RequestCompletionRequest extends ReportRequest {
  readonly missing: readonly MissingItem[];
  readonly message: string;
}

/** T02: ask the reporter for what is missing before the report can be verified. */
export class RequestCompletion {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: RequestCompletionRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, CompletionRefusal | ActRefusal>> {
    const asked = { id: randomUUID(), body: request.message, missing: request.missing };
    return actOnReport(this.parts, 'requestCompletion', request, viewer, ({ report, standing }) => {
      const ruleSet = this.parts.office.ruleSets.get(report.ruleSetCode);
      return decideCompletionRequest(report, standing, asked, limitOf(ruleSet, 'COMPLETION_REQUESTS'));
    });
  }
}
