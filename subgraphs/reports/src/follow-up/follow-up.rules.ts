import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import {
  type AcceptedAct,
  type Actor,
  actorOf,
  type NewFollowUp,
  THE_REPORTER,
  THE_SYSTEM,
} from '../report/act.js';
import type { Outcome, ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rules of follow-up ask of a report. */
export interface HandledReport {
  readonly state: ReportState;
  readonly firstFollowUpAt: Date | null;
  readonly handlerOfficerId: string | null;
  readonly rejectionCount: number;
}

/** What the agency did or answers. A final one names its outcome, SCHEDULED also the promised day. */
export interface FollowUpText {
  readonly kind: 'INTERIM' | 'FINAL';
  readonly body: string;
  readonly outcome: Outcome | null;
  readonly promisedDate: string | null;
}

/** The same, with the id that it will have. */
export interface FollowUpDraft extends FollowUpText {
  readonly id: string;
}

/** A follow-up as it is kept. */
export type ReadFollowUp = Omit<NewFollowUp, 'id' | 'kind'> & Pick<FollowUpText, 'kind'>;

/** What a follow-up is judged by, beside who sends it. */
export interface FollowUpTerms {
  /** Today, in Jakarta. */
  readonly today: string;
  readonly now: Date;
  /** Whether answers of the holder need the approval of another officer. */
  readonly requiresApproval: boolean;
}

export type FollowUpRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'ApprovalRequired' }
  | ReporterMustWait
  | InvalidInput;

/** Why the platform may not end a report yet for the silence of its reporter. */
export type ReporterMustWait =
  { readonly kind: 'ReporterStillHasTime' } | { readonly kind: 'ReporterIsNotReminded' };

/** The time that a reporter has to answer. */
export interface TimeOfReporter {
  /** Null while none runs. */
  readonly endsAt: Date | null;
  /** Is there a reminder that has not been sent? */
  readonly owesReminder: boolean;
}

const BODY = { field: 'body', min: 10, max: 8_000 };
const REPLY = { field: 'body', min: 3, max: 4_000 };

/** T09: an officer of the holder takes the report in hand. It is not yet a follow-up; the clock runs on. */
export function decideAcceptance(
  report: HandledReport,
  standing: Standing,
): Decision<AcceptedAct, FollowUpRefusal> {
  const handler = permitOnReport('ACCEPT', standing);
  if (!handler) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('ACCEPT', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  return accept({ act: 'ACCEPT', actor: actorOf(handler), fields: { handlerOfficerId: handler.officerId } });
}

/**
 * T10, T11: only the holder's staff follow up, and never without a text. A final follow-up states its outcome. Where
 * answers need approval they are drafted instead.
 */
export function decideFollowUp(
  report: HandledReport,
  standing: Standing,
  draft: FollowUpDraft,
  { today, now, requiresApproval }: FollowUpTerms,
): Decision<AcceptedAct, FollowUpRefusal> {
  const handler = permitOnReport('FOLLOW_UP', standing);
  if (!handler) return refuse({ kind: 'NotAllowed' });
  const act = draft.kind === 'FINAL' ? 'RESPOND' : 'FOLLOW_UP';
  if (!mayBeginIn(act, report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  if (requiresApproval) return refuse({ kind: 'ApprovalRequired' });
  const followUp = readFollowUp(draft, today);
  if (!followUp.ok) return followUp;
  return accept(followUpAct(report, actorOf(handler), { id: draft.id, ...followUp.value }, now));
}

/** A follow-up as it is kept, or what is wrong with it. */
export function readFollowUp(draft: FollowUpText, today: string): Decision<ReadFollowUp, InvalidInput> {
  const body = readText(draft.body, BODY);
  if (!body.ok) return body;
  const outcome = judgeOutcome(draft, today);
  if (!outcome.ok) return outcome;
  return accept({ kind: draft.kind, body: body.value, ...outcome.value });
}

/** What a follow-up of an officer changes, with the officer in charge unless there is one already. */
export function followUpAct(
  report: HandledReport,
  author: Actor,
  followUp: NewFollowUp,
  now: Date,
): AcceptedAct {
  const isFinal = followUp.kind === 'FINAL';
  return {
    act: isFinal ? 'RESPOND' : 'FOLLOW_UP',
    actor: author,
    followUp,
    fields: {
      firstFollowUpAt: report.firstFollowUpAt ?? now,
      handlerOfficerId: report.handlerOfficerId ?? author.officerId,
      ...(isFinal && { respondedAt: now }),
    },
  };
}

/**
 * T17: the reporter is not satisfied; the answer counts against the agency, and the resolution clock runs on.
 * The first rejected answer opens the way to the Ombudsman, if it was not open.
 */
export function decideReply(
  report: HandledReport,
  standing: Standing,
  reply: { readonly id: string; readonly body: string },
  opening: AcceptedAct | null = null,
): Decision<AcceptedAct, FollowUpRefusal> {
  if (!permitOnReport('REPLY', standing)) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('REPLY', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  const body = readText(reply.body, REPLY);
  if (!body.ok) return body;
  return accept({
    act: 'REPLY',
    actor: THE_REPORTER,
    reason: 'REJECTED_BY_REPORTER',
    followUp: { id: reply.id, kind: 'REPLY', body: body.value },
    fields: { respondedAt: null, rejectionCount: report.rejectionCount + 1 },
    ...(opening && { then: opening }),
  });
}

/** T19: the reporter confirms that it is solved, and may rate the handling from 1 to 5. */
export function decideConfirmation(
  report: HandledReport,
  standing: Standing,
  rating: number | null,
  now: Date,
): Decision<AcceptedAct, FollowUpRefusal> {
  if (!permitOnReport('CONFIRM', standing)) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('CONFIRM', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  if (rating !== null && !(Number.isInteger(rating) && rating >= 1 && rating <= 5)) {
    return refuse({ kind: 'InvalidInput', field: 'rating', reason: 'MALFORMED' });
  }
  return accept({
    act: 'CONFIRM',
    actor: THE_REPORTER,
    fields: { closedAt: now, closeReason: 'CONFIRMED', rating },
  });
}

/** T20: closed by silence, once the reporter was reminded and has let the silence clock run out. */
export function decideSilentClosing(
  report: HandledReport,
  { endsAt, owesReminder }: TimeOfReporter,
  now: Date,
): Decision<AcceptedAct, FollowUpRefusal> {
  if (!mayBeginIn('AUTO_CLOSE', report.state))
    return refuse({ kind: 'ReportNotInState', state: report.state });
  if (!endsAt || now <= endsAt) return refuse({ kind: 'ReporterStillHasTime' });
  if (owesReminder) return refuse({ kind: 'ReporterIsNotReminded' });
  return accept({
    act: 'AUTO_CLOSE',
    actor: THE_SYSTEM,
    fields: { closedAt: now, closeReason: 'SILENCE_10HK' },
  });
}

function judgeOutcome(
  draft: FollowUpText,
  today: string,
): Decision<{ outcome?: Outcome; promisedDate?: string }, InvalidInput> {
  const invalid = (field: string, reason: InvalidInput['reason']): Decision<never, InvalidInput> =>
    refuse({ kind: 'InvalidInput', field, reason });
  if (draft.kind === 'INTERIM') return draft.outcome ? invalid('outcome', 'MALFORMED') : accept({});
  if (!draft.outcome) return invalid('outcome', 'EMPTY');
  if (draft.outcome !== 'SCHEDULED') return accept({ outcome: draft.outcome });
  if (draft.promisedDate === null) return invalid('promisedDate', 'EMPTY');
  if (draft.promisedDate <= today) return invalid('promisedDate', 'MALFORMED');
  return accept({ outcome: draft.outcome, promisedDate: draft.promisedDate });
}
