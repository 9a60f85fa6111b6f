import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideTaking } from './case.rules.js';
import type { OversightRefusal } from './consent.rules.js';

/** What the officer of the Ombudsman sends. */
export interface AcceptOversightCaseRequest extends ReportRequest {
  readonly caseNumber: string;
}

/** T29: take a case whose reporter has consented. */
export class AcceptOversightCase {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: AcceptOversightCaseRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, OversightRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'acceptOversightCase', request, viewer, ({ report, standing }) =>
      decideTaking(report, standing, request.caseNumber),
    );
  }
}
