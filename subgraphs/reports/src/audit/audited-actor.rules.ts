import type { AuditActor } from '@satu-pintu/audit';
import type { Appointment, Viewer } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import type { Actor } from '../report/act.js';

/** What only the reporter, or somebody without a post, has any reason to ask for. */
const FOR_CITIZENS: readonly string[] = [
  'submitReport',
  'requestUpload',
  'completeReport',
  'replyToReport',
  'confirmResolution',
  'appealArchival',
  'withdrawReport',
  'consentToOversight',
  'declineOversight',
  'withdrawOversightConsent',
  'supportReport',
  'withdrawSupport',
];

/** What the reporter decides between themself and the Ombudsman: it is in the chain, and in no list. */
const BETWEEN_TWO: readonly string[] = ['consentToOversight', 'declineOversight', 'withdrawOversightConsent'];

/** What leaves no trace of which report was meant: support says once, and neither who nor when. */
const WITHOUT_SUBJECT: readonly string[] = ['supportReport', 'withdrawSupport'];

/** A request as it came. */
export interface AskedAct {
  readonly action: string;
  /** Whether it brought an access code. */
  readonly hasCode: boolean;
}

/**
 * Who asked. Whoever speaks as a reporter is not named, were it an officer who has filed a report as a citizen, and not
 * when they are refused either: that somebody tries to is a trace as well.
 *
 * @param standing towards the report at hand; null where there is none, or none that the viewer may see
 */
export function auditedActor(
  { action, hasCode }: AskedAct,
  viewer: Pick<Viewer, 'appointments'>,
  standing: Standing | null,
): AuditActor {
  const speaksAsCitizen = FOR_CITIZENS.includes(action) || hasCode;
  const post = postAtWork(viewer, standing);
  if (post && !speaksAsCitizen) return { kind: 'OFFICER', ...post };
  return standing?.isReporter === true || action === 'submitReport'
    ? { kind: 'REPORTER' }
    : { kind: 'SOMEBODY' };
}

/** Who carried an act out, as history has it. */
export function actorInHistory({ role, agencyId, officerId }: Actor): AuditActor | null {
  if (role === 'REPORTER') return { kind: 'REPORTER' };
  if (role === 'SYSTEM' || agencyId === null || officerId === null) return null;
  return { kind: 'OFFICER', role, agencyId, officerId };
}

/** Whether an act is kept from every list. */
export function isBetweenTwo(action: string): boolean {
  return BETWEEN_TWO.includes(action);
}

/** Whether an entry may say which report an act was about. */
export function namesReport(action: string): boolean {
  return !WITHOUT_SUBJECT.includes(action);
}

/** Of several posts the one that has most to do with the report. */
function postAtWork({ appointments }: Pick<Viewer, 'appointments'>, standing: Standing | null) {
  const near =
    standing?.atHolder ??
    standing?.manager ??
    standing?.national ??
    standing?.ombudsman ??
    standing?.monitor ??
    standing?.observer;
  const post: Appointment | undefined = near ?? appointments[0];
  return post && { role: post.role, agencyId: post.agencyId, officerId: post.officerId };
}
