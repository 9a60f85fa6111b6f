import type { Viewer } from '@satu-pintu/domain-kit';
import type { Report } from '../report/report.type.js';
import { dayOnly } from '../report/shown-instant.js';
import { OVERSIGHT_CONSENT_TEXT } from './consent-text.js';
import type {
  OversightCase,
  OversightConsent,
  OversightOutcome,
  OversightPrerequisite,
} from './oversight-case.type.js';
import type { OversightRow } from './oversight-record.store.js';
import { hasConsent, shownStageOf } from './oversight-stage.rules.js';
import { PREREQUISITE_TEXTS } from './prerequisite-texts.js';
import { type CheckedPrerequisite, checkPrerequisites, type OversightTerms } from './prerequisites.rules.js';

/** The way to the Ombudsman as the viewer of a report may know it; null for whoever may not, and before it is open. */
export function presentOversight(
  report: Report,
  record: OversightRow,
  terms: OversightTerms,
  locale: Viewer['locale'],
): OversightCase | null {
  const { row, standing } = report;
  const stage = shownStageOf(row, standing);
  if (stage === null) return null;
  const isBetweenThem = standing.isReporter || (standing.ombudsman !== null && hasConsent(row));
  const { version } = OVERSIGHT_CONSENT_TEXT;
  const asConsented = { ...row, incidentDate: row.incidentDate ?? record.incident_date };
  return {
    stage,
    prerequisites: isBetweenThem
      ? checkPrerequisites(asConsented, terms).map((checked) => presentPrerequisite(checked, locale))
      : [],
    consentText: standing.isReporter ? { version, text: OVERSIGHT_CONSENT_TEXT[locale] } : null,
    consent: isBetweenThem && hasConsent(row) ? presentConsent(record, report) : null,
    caseNumber: record.case_number,
    transferredAt: record.transferred_at,
    outcome: presentOutcomeOf(record),
  };
}

function presentPrerequisite(
  { code, verdict }: CheckedPrerequisite,
  locale: Viewer['locale'],
): OversightPrerequisite {
  const isMet = verdict === 'UNKNOWN' ? null : verdict === 'MET';
  const told = PREREQUISITE_TEXTS[code][verdict];
  if (!told) throw new Error(`Nobody is told what it means that ${code} is ${verdict}.`);
  return { code, isMet, explanation: told[locale] };
}

function presentConsent(record: OversightRow, { sight }: Report): OversightConsent | null {
  const { text_version: textVersion, reveals_identity, keeps_name_secret, consented_at } = record;
  if (textVersion === null || reveals_identity === null || keeps_name_secret === null || !consented_at)
    return null;
  return {
    textVersion,
    revealsIdentity: reveals_identity,
    keepsNameSecret: keeps_name_secret,
    givenAt: sight.exactTimes ? consented_at : dayOnly(consented_at),
  };
}

function presentOutcomeOf({
  finding,
  summary,
  corrective_action,
  due_date,
  concluded_at,
}: OversightRow): OversightOutcome | null {
  if (finding === null || summary === null || !concluded_at) return null;
  return {
    finding,
    summary,
    correctiveAction: corrective_action,
    correctiveActionDueDate: due_date,
    concludedAt: concluded_at,
  };
}
