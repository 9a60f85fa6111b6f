import { randomUUID } from 'node:crypto';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { limitOf } from '../sla/rule-set.js';
import { type CompletionRefusal, decideQuestion } from './completion.rules.js';

/** What the officer sends. */
export interface AskReporterRequest extends ReportRequest {
  readonly question: string;
}

/** T16: ask the reporter something, and wait. */
export class AskReporter {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: AskReporterRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, CompletionRefusal | ActRefusal>> {
    const question = { id: randomUUID(), body: request.question };
    return actOnReport(this.parts, 'askReporter', request, viewer, ({ report, standing }) => {
      const ruleSet = this.parts.office.ruleSets.get(report.ruleSetCode);
      return decideQuestion(report, standing, question, limitOf(ruleSet, 'AGENCY_PAUSES'));
    });
  }
}
