import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideConsentWithdrawal, type OversightRefusal } from './consent.rules.js';

/** T29: take a consent back that the Ombudsman has not acted on. */
export class WithdrawOversightConsent {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, OversightRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'withdrawOversightConsent', request, viewer, ({ report, standing }) =>
      decideConsentWithdrawal(report, standing),
    );
  }
}
