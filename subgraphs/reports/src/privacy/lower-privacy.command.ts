import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideLoweredPrivacy, type LoweringRefusal } from './lower-privacy.rules.js';

/** What the reporter sends. */
export interface LowerPrivacyRequest extends ReportRequest {
  readonly confirm: boolean;
}

/** T30: lift the secrecy of a report. */
export class LowerPrivacy {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: LowerPrivacyRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, LoweringRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'lowerPrivacy', request, viewer, ({ report, standing }) =>
      decideLoweredPrivacy(report, standing, request.confirm),
    );
  }
}
