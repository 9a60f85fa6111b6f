/* Words that other subgraphs say too. */
export {
  OPEN_STATES,
  REPORT_STATES,
  REPORT_TYPES,
  type ReportState,
  type ReportType,
} from '@satu-pintu/domain-kit';

export const REQUESTED_TYPES = ['COMPLAINT', 'INFO_REQUEST', 'ASPIRATION'] as const;
export type RequestedType = (typeof REQUESTED_TYPES)[number];

export const CHANNELS = ['WEB', 'MOBILE', 'SMS', 'X', 'WHATSAPP', 'EMAIL', 'WALK_IN', 'API'] as const;
export type Channel = (typeof CHANNELS)[number];

export const OUTCOMES = ['FIXED', 'EXPLAINED', 'SCHEDULED', 'REJECTED_WITH_REASON'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const FOLLOW_UP_KINDS = ['INTERIM', 'FINAL', 'REPLY', 'QUESTION', 'COMPLETION', 'MESSAGE'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** What a verifier may ask the reporter for. */
export const MISSING_ITEMS = ['PLACE', 'DATE', 'DESCRIPTION', 'EVIDENCE', 'OTHER'] as const;
export type MissingItem = (typeof MISSING_ITEMS)[number];

/** What an officer may give as reason. No member says "another agency is competent": such a report is dispatched. */
export const OFFICER_ARCHIVE_REASONS = [
  'NOT_UNDERSTANDABLE',
  'TOO_GENERAL',
  'NOT_GOVERNMENT',
  'OUT_OF_SCOPE',
  'ABUSIVE',
  'SPAM',
] as const;
export type OfficerArchiveReason = (typeof OFFICER_ARCHIVE_REASONS)[number];

/** Why a report is not taken up; the last is the platform's alone, when a reporter has not answered in time. */
export type ArchiveReason = OfficerArchiveReason | 'INCOMPLETE_TIMEOUT';

export const RETURN_REASONS = ['NOT_COMPETENT', 'SHARED_COMPETENCE', 'WRONG_REGION'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** How far a report has come on its way to the Ombudsman; null before that way is open. */
export const OVERSIGHT_STAGES = [
  'ELIGIBLE',
  'OFFERED',
  'DECLINED',
  'CONSENTED',
  'TRANSFERRED',
  'CONCLUDED',
] as const;
export type OversightStage = (typeof OVERSIGHT_STAGES)[number];

/** How public a report is. */
export const PUBLICATIONS = ['UNPUBLISHED', 'PUBLISHED', 'REDACTED', 'HIDDEN'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** What the Ombudsman's examination comes to. */
export const OVERSIGHT_FINDINGS = [
  'MALADMINISTRATION_FOUND',
  'MALADMINISTRATION_NOT_FOUND',
  'EXAMINATION_STOPPED',
] as const;
export type OversightFinding = (typeof OVERSIGHT_FINDINGS)[number];

export type CloseReason = 'CONFIRMED' | 'SILENCE_10HK';
