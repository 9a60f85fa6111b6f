import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideWithdrawal, type WithdrawalRefusal } from './withdrawal.rules.js';

/** What the reporter sends. */
export interface WithdrawReportRequest extends ReportRequest {
  readonly confirm: boolean;
  readonly reason?: string | null | undefined;
}

/** T23: take a report back. */
export class WithdrawReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: WithdrawReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, WithdrawalRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'withdrawReport', request, viewer, ({ report, standing, now }) => {
      const withdrawal = { confirm: request.confirm, reason: request.reason ?? null };
      return decideWithdrawal(report, standing, withdrawal, now);
    });
  }
}
