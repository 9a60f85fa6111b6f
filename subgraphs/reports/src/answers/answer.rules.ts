import { permitOnReport } from '@satu-pintu/authorization';
import {
  accept,
  type Appointment,
  type Decision,
  type InvalidInput,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';
import { followUpAct, type HandledReport, readFollowUp } from '../follow-up/follow-up.rules.js';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, type Actor, actorOf } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { AnswerDraft, ProposedAnswer } from './answer-draft.js';

/** States in which a draft lives on; while the reporter is awaited it rests. */
const LIVING_STATES: readonly ReportState[] = ['DISPATCHED', 'IN_PROGRESS', 'AWAITING_REPORTER'];

const MEMO_REF = { field: 'memoRef', max: 200 };
const REASON = { field: 'reason', min: 10, max: 2_000 };

/** The draft that a request means, as its sender has read it. */
export interface NamedDraft {
  readonly draftId: string;
  readonly draftVersion: number;
}

/** The draft that is open on a report; `isOwn` says that words of the viewer are in it. */
export type OpenDraft = AnswerDraft & { readonly isOwn: boolean };

/** An answer as a rule let it through, and who proposes it. */
export interface AcceptedAnswer {
  readonly by: Actor;
  readonly answer: ProposedAnswer;
}

/** A step that a rule let through, on which draft and by whom. */
export interface AcceptedStep {
  readonly draft: OpenDraft;
  readonly by: Actor;
}

/** What stands against an answer by draft. */
export type AnswerRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'AnswerDraftExists' }
  | { readonly kind: 'AnswerDraftNotFound' }
  | { readonly kind: 'AnswerDraftChanged'; readonly draftVersion: number }
  | { readonly kind: 'NeedsAnotherApprover' }
  | { readonly kind: 'AnswerWasRejected' }
  | InvalidInput;

/** Drafts are for the staff of the holder and those who manage it; not for its reporter, whatever post they hold. */
export function seesDrafts(standing: Standing): boolean {
  return permitOnReport('READ_DRAFT', standing) !== null;
}

/** What stands against drafting an answer, but for its text. */
export function obstacleToDrafting(
  { state }: HandledReport,
  standing: Standing,
  open: OpenDraft | null,
): AnswerRefusal | null {
  if (!permitOnReport('DRAFT_ANSWER', standing)) return { kind: 'NotAllowed' };
  if (!mayBeginIn('FOLLOW_UP', state)) return { kind: 'ReportNotInState', state };
  return open ? { kind: 'AnswerDraftExists' } : null;
}

/** What stands against approving the open draft or rejecting it, but for its version: who wrote it decides neither. */
export function obstacleToJudging(
  right: 'APPROVE_ANSWER' | 'REJECT_ANSWER',
  standing: Standing,
  open: OpenDraft | null,
): AnswerRefusal | null {
  if (!permitOnReport(right, standing)) return { kind: 'NotAllowed' };
  if (!open) return { kind: 'AnswerDraftNotFound' };
  if (open.isOwn) return { kind: 'NeedsAnotherApprover' };
  return open.state === 'REJECTED' ? { kind: 'AnswerWasRejected' } : null;
}

/** A draft is written where an answer could be given; only one of a report is open. */
export function decideDraft(
  report: HandledReport,
  standing: Standing,
  open: OpenDraft | null,
  answer: ProposedAnswer,
  today: string,
): Decision<AcceptedAnswer, AnswerRefusal> {
  const drafter = permitOnReport('DRAFT_ANSWER', standing);
  if (!drafter) return refuse({ kind: 'NotAllowed' });
  const obstacle = obstacleToDrafting(report, standing, open);
  return obstacle ? refuse(obstacle) : readAnswer(answer, drafter, today);
}

/** Whoever may draft may revise, what was rejected too; the draft then waits for its approval again. */
export function decideRevision(
  standing: Standing,
  open: OpenDraft | null,
  named: NamedDraft,
  answer: ProposedAnswer,
  today: string,
): Decision<AcceptedAnswer & AcceptedStep, AnswerRefusal> {
  const drafter = permitOnReport('REVISE_ANSWER', standing);
  if (!drafter) return refuse({ kind: 'NotAllowed' });
  const found = findMeant(open, named);
  if (!found.ok) return found;
  const read = readAnswer(answer, drafter, today);
  return read.ok ? accept({ draft: found.value, ...read.value }) : read;
}

/**
 * T10, T11 with four eyes: the draft is judged once more as an answer of today and given in the name of its drafter;
 * history names who approved it.
 */
export function decideApproval(
  report: HandledReport,
  standing: Standing,
  open: OpenDraft | null,
  named: NamedDraft,
  time: { readonly today: string; readonly now: Date },
): Decision<AcceptedAct, AnswerRefusal> {
  const approver = permitOnReport('APPROVE_ANSWER', standing);
  if (!approver) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('FOLLOW_UP', report.state)) {
    return refuse({ kind: 'ReportNotInState', state: report.state });
  }
  const found = findMeant(open, named);
  if (!found.ok) return found;
  const draft = found.value;
  const obstacle = obstacleToJudging('APPROVE_ANSWER', standing, draft);
  if (obstacle) return refuse(obstacle);
  const read = readFollowUp(draft, time.today);
  if (!read.ok) return read;
  const author = { role: draft.authorRole, agencyId: draft.agencyId, officerId: draft.authorOfficerId };
  const act = followUpAct(report, author, { id: draft.id, ...read.value, author }, time.now);
  return accept({ ...act, actor: actorOf(approver), publishes: draft });
}

/** Back to its writers, with a reason. */
export function decideRejection(
  standing: Standing,
  open: OpenDraft | null,
  named: NamedDraft,
  text: string,
): Decision<AcceptedStep & { readonly reason: string }, AnswerRefusal> {
  const approver = permitOnReport('REJECT_ANSWER', standing);
  if (!approver) return refuse({ kind: 'NotAllowed' });
  const found = findMeant(open, named);
  if (!found.ok) return found;
  const obstacle = obstacleToJudging('REJECT_ANSWER', standing, found.value);
  if (obstacle) return refuse(obstacle);
  const reason = readText(text, REASON);
  return reason.ok ? accept({ draft: found.value, by: actorOf(approver), reason: reason.value }) : reason;
}

/** Whoever may write or approve it may give it up. */
export function decideDiscarding(
  standing: Standing,
  open: OpenDraft | null,
  named: NamedDraft,
): Decision<AcceptedStep, AnswerRefusal> {
  const post = permitOnReport('DISCARD_ANSWER', standing);
  if (!post) return refuse({ kind: 'NotAllowed' });
  const found = findMeant(open, named);
  return found.ok ? accept({ draft: found.value, by: actorOf(post) }) : found;
}

/** A draft ends when the report leaves its holder, or a state from which it could still be answered there. */
export function draftsLiveOn(
  before: { readonly dispositionSeq: number },
  after: { readonly dispositionSeq: number; readonly state: ReportState },
): boolean {
  return after.dispositionSeq === before.dispositionSeq && LIVING_STATES.includes(after.state);
}

/** The draft that is meant, where it is the open one and still as it was read. */
function findMeant(open: OpenDraft | null, named: NamedDraft): Decision<OpenDraft, AnswerRefusal> {
  if (open?.id !== named.draftId.toLowerCase()) return refuse({ kind: 'AnswerDraftNotFound' });
  if (open.version === named.draftVersion) return accept(open);
  return refuse({ kind: 'AnswerDraftChanged', draftVersion: open.version });
}

function readAnswer(
  answer: ProposedAnswer,
  drafter: Appointment,
  today: string,
): Decision<AcceptedAnswer, InvalidInput> {
  const followUp = readFollowUp(answer, today);
  if (!followUp.ok) return followUp;
  const memoRef = answer.memoRef === null ? accept(null) : readText(answer.memoRef, MEMO_REF);
  if (!memoRef.ok) return memoRef;
  const { kind, body, outcome = null, promisedDate = null } = followUp.value;
  return accept({
    by: actorOf(drafter),
    answer: { kind, body, outcome, promisedDate, memoRef: memoRef.value },
  });
}
