import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideConfirmation, type FollowUpRefusal } from './follow-up.rules.js';

/** What the reporter sends. */
export interface ConfirmResolutionRequest extends ReportRequest {
  readonly rating?: number | null | undefined;
}

/** T19: the reporter says that it is solved. */
export class ConfirmResolution {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ConfirmResolutionRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, FollowUpRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'confirmResolution', request, viewer, ({ report, standing, now }) =>
      decideConfirmation(report, standing, request.rating ?? null, now),
    );
  }
}
