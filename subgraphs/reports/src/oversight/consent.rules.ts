import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, THE_REPORTER } from '../report/act.js';
import type { OversightStage, ReportState } from '../report/report-state.js';
import { type Act, mayBeginIn } from '../report/transitions.js';
import {
  checkPrerequisites,
  type OverseeableReport,
  type OversightPrerequisite,
  type OversightTerms,
} from './prerequisites.rules.js';

/** What the rules of consent ask of a report. */
export interface ConsentableReport extends OverseeableReport {
  readonly state: ReportState;
}

/** What the reporter agrees to. */
export interface Consent {
  /** Version of the text that the reporter has read, and the one that is to be read now. */
  readonly textVersion: string;
  readonly currentTextVersion: string;
  /** May the Ombudsman learn who reported? Without it they read the report and no more, a named one too. */
  readonly revealsIdentity: boolean;
  /** Should the Ombudsman keep the name from the reported agency (UU 37/2008 art. 24 par. 2)? */
  readonly keepsNameSecret: boolean;
  /** Calendar day of the event, where the report does not say it. */
  readonly incidentDate: string | null;
}

export type OversightRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'NotAtOversightStage'; readonly stage: OversightStage | null }
  | { readonly kind: 'OversightPrerequisitesUnmet'; readonly unmet: readonly OversightPrerequisite[] }
  | InvalidInput;

/** Stages in which an act of the reporter begins; a refusal can be thought over. */
const BEGINS_AT = {
  OVERSIGHT_CONSENT: ['ELIGIBLE', 'OFFERED', 'DECLINED'],
  OVERSIGHT_DECLINE: ['ELIGIBLE', 'OFFERED'],
  OVERSIGHT_WITHDRAW_CONSENT: ['CONSENTED'],
} as const satisfies Readonly<Partial<Record<Act, readonly OversightStage[]>>>;

/**
 * T29, the reporter's half: with their consent, and never without it, the Ombudsman may read the report, a secret one
 * too, and learn who reported if that is agreed to as well. It stays with its holder.
 */
export function decideConsent(
  report: ConsentableReport,
  standing: Standing,
  consent: Consent,
  terms: OversightTerms,
): Decision<AcceptedAct, OversightRefusal> {
  const obstacle = obstacleToReporter('OVERSIGHT_CONSENT', report, standing);
  if (obstacle) return refuse(obstacle);
  const incidentDate = dayOfEvent(report, consent, terms);
  if (!incidentDate.ok) return incidentDate;
  const unmet = checkPrerequisites({ ...report, incidentDate: incidentDate.value }, terms)
    .filter(({ verdict }) => verdict !== 'MET')
    .map(({ code }) => code);
  if (unmet.length > 0) return refuse({ kind: 'OversightPrerequisitesUnmet', unmet });
  if (consent.textVersion !== consent.currentTextVersion) {
    return refuse({ kind: 'InvalidInput', field: 'textVersion', reason: 'MALFORMED' });
  }
  const { textVersion, revealsIdentity, keepsNameSecret } = consent;
  return accept({
    act: 'OVERSIGHT_CONSENT',
    actor: THE_REPORTER,
    reason: revealsIdentity ? 'WITH_IDENTITY' : 'CONTENT_ONLY',
    fields: { oversightStage: 'CONSENTED', oversightRevealsIdentity: revealsIdentity },
    oversight: {
      kind: 'CONSENT',
      textVersion,
      revealsIdentity,
      keepsNameSecret,
      incidentDate: incidentDate.value,
    },
  });
}

/** T29: the reporter does not want the Ombudsman's help. */
export function decideDecline(
  report: ConsentableReport,
  standing: Standing,
): Decision<AcceptedAct, OversightRefusal> {
  const obstacle = obstacleToReporter('OVERSIGHT_DECLINE', report, standing);
  if (obstacle) return refuse(obstacle);
  return accept({ act: 'OVERSIGHT_DECLINE', actor: THE_REPORTER, fields: { oversightStage: 'DECLINED' } });
}

/** T29: until the Ombudsman has taken the case the reporter may take the consent back; the offer stands again. */
export function decideConsentWithdrawal(
  report: ConsentableReport,
  standing: Standing,
): Decision<AcceptedAct, OversightRefusal> {
  const obstacle = obstacleToReporter('OVERSIGHT_WITHDRAW_CONSENT', report, standing);
  if (obstacle) return refuse(obstacle);
  return accept({ act: 'OVERSIGHT_WITHDRAW_CONSENT', actor: THE_REPORTER, fields: WITHDRAWN_CONSENT });
}

/** What is left of a consent that was taken back, by itself or together with the report. */
export const WITHDRAWN_CONSENT = { oversightStage: 'OFFERED', oversightRevealsIdentity: false } as const;

/** Why the reporter cannot do this now, whatever else is said; null when they can. */
export function obstacleToReporter(
  act: keyof typeof BEGINS_AT,
  { state, oversightStage }: ConsentableReport,
  standing: Standing,
): OversightRefusal | null {
  if (!permitOnReport(act, standing)) return { kind: 'NotAllowed' };
  if (!mayBeginIn(act, state)) return { kind: 'ReportNotInState', state };
  const stages: readonly (OversightStage | null)[] = BEGINS_AT[act];
  return stages.includes(oversightStage) ? null : { kind: 'NotAtOversightStage', stage: oversightStage };
}

/** Could the reporter consent now, saying what the report does not say? */
export function mayConsent(report: ConsentableReport, standing: Standing, terms: OversightTerms): boolean {
  if (obstacleToReporter('OVERSIGHT_CONSENT', report, standing)) return false;
  return checkPrerequisites(report, terms).every(({ verdict }) => verdict !== 'UNMET');
}

/** The day that the report says, or else the one that its reporter says now; a report that says one keeps it. */
function dayOfEvent(
  report: ConsentableReport,
  consent: Consent,
  { today }: OversightTerms,
): Decision<string | null, InvalidInput> {
  const { incidentDate } = consent;
  if (incidentDate === null) return accept(report.incidentDate);
  const contradicts = report.incidentDate !== null && report.incidentDate !== incidentDate;
  return contradicts || incidentDate > today
    ? refuse({ kind: 'InvalidInput', field: 'incidentDate', reason: 'MALFORMED' })
    : accept(incidentDate);
}
