import { localDateOf } from '@satu-pintu/calendar';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { OVERSIGHT_CONSENT_TEXT } from './consent-text.js';
import { decideConsent, type OversightRefusal } from './consent.rules.js';
import { oversightTermsOn } from './oversight-terms.js';

/** What the reporter sends. */
export interface ConsentToOversightRequest extends ReportRequest {
  readonly textVersion: string;
  readonly revealIdentity: boolean;
  readonly keepNameSecret: boolean;
  /** Calendar day of the event, not after today in Jakarta; where the report does not say it. */
  readonly incidentDate?: string | null | undefined;
}

/** T29: let the Ombudsman examine a report. */
export class ConsentToOversight {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ConsentToOversightRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, OversightRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'consentToOversight', request, viewer, ({ report, standing, now }) => {
      const consent = {
        textVersion: request.textVersion,
        currentTextVersion: OVERSIGHT_CONSENT_TEXT.version,
        revealsIdentity: request.revealIdentity,
        keepsNameSecret: request.keepNameSecret,
        incidentDate: request.incidentDate ?? null,
      };
      const ruleSet = this.parts.office.ruleSets.get(report.ruleSetCode);
      return decideConsent(
        report,
        standing,
        consent,
        oversightTermsOn(localDateOf(now, 'Asia/Jakarta'), ruleSet),
      );
    });
  }
}
