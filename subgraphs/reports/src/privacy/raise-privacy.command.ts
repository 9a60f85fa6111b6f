import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideRaisedPrivacy, type PrivacyRefusal } from './raise-privacy.rules.js';

/** What the reporter or an admin sends. */
export interface RaisePrivacyRequest extends ReportRequest {
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  readonly reason?: string | null | undefined;
}

/** T30: make a report anonymous, secret or both; there is no way back through here. */
export class RaisePrivacy {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: RaisePrivacyRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, PrivacyRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'raisePrivacy', request, viewer, ({ report, standing }) => {
      const { isAnonymous, isSecret, reason } = request;
      return decideRaisedPrivacy(report, standing, { isAnonymous, isSecret, reason: reason ?? null });
    });
  }
}
