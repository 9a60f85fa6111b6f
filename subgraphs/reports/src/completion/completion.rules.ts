import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { ReporterMustWait, TimeOfReporter } from '../follow-up/follow-up.rules.js';
import type { Standing } from '../hierarchy/standing.js';
import { type Circumstances, readCircumstances } from '../intake/circumstances.rules.js';
import { type AcceptedAct, actorOf, THE_REPORTER, THE_SYSTEM } from '../report/act.js';
import { actorFor } from '../report/actor-for.js';
import type { MissingItem, ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rules of completion ask of a report. */
export interface AwaitedReport {
  readonly state: ReportState;
  /** Where it goes back to, while its reporter is awaited. */
  readonly stateBefore: ReportState | null;
  readonly handlerOfficerId: string | null;
  readonly pauseCount: number;
  readonly completionRequestCount: number;
}

/** A line of the conversation before it is written. */
export interface Line {
  readonly id: string;
  readonly body: string;
}

export type CompletionRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'QuestionsUsedUp'; readonly allowed: number }
  | { readonly kind: 'CompletionRequestsUsedUp'; readonly allowed: number }
  | ReporterMustWait
  | InvalidInput;

const MESSAGE = { field: 'message', min: 10, max: 2_000 };
const QUESTION = { field: 'question', min: 10, max: 2_000 };
const TEXT = { field: 'text', min: 3, max: 8_000 };

/**
 * T02: a verifier who cannot tell what a report is about says what is missing; the time to verify stands still. So many
 * times and no more: then it is verified, or set aside, with what is known.
 */
export function decideCompletionRequest(
  report: AwaitedReport,
  standing: Standing,
  request: Line & { readonly missing: readonly MissingItem[] },
  requestsAllowed: number,
): Decision<AcceptedAct, CompletionRefusal> {
  const verifier = actorFor('ASK_COMPLETION', standing);
  if (!verifier) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('ASK_COMPLETION', report.state)) return notInState(report);
  if (report.completionRequestCount >= requestsAllowed) {
    return refuse({ kind: 'CompletionRequestsUsedUp', allowed: requestsAllowed });
  }
  const message = readText(request.body, MESSAGE);
  if (!message.ok) return message;
  const missing = [...new Set(request.missing)];
  if (missing.length === 0) return refuse({ kind: 'InvalidInput', field: 'missing', reason: 'EMPTY' });
  return accept({
    act: 'ASK_COMPLETION',
    actor: verifier,
    followUp: { id: request.id, kind: 'QUESTION', body: message.value, missing },
    fields: { completionRequestCount: report.completionRequestCount + 1 },
  });
}

/**
 * T16: who handles a report may ask its reporter, so many times in its life and no more: each question stops the time
 * of the agency, and must not become a way to gain some.
 */
export function decideQuestion(
  report: AwaitedReport,
  standing: Standing,
  question: Line,
  questionsAllowed: number,
): Decision<AcceptedAct, CompletionRefusal> {
  const handler = permitOnReport('ASK_REPORTER', standing);
  if (!handler) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('ASK_REPORTER', report.state)) return notInState(report);
  if (report.pauseCount >= questionsAllowed) {
    return refuse({ kind: 'QuestionsUsedUp', allowed: questionsAllowed });
  }
  const body = readText(question.body, QUESTION);
  if (!body.ok) return body;
  return accept({
    act: 'ASK_REPORTER',
    actor: actorOf(handler),
    followUp: { id: question.id, kind: 'QUESTION', body: body.value },
    fields: {
      pauseCount: report.pauseCount + 1,
      handlerOfficerId: report.handlerOfficerId ?? handler.officerId,
    },
  });
}

/**
 * T03: the reporter answers, and the report goes on from where it stood. Before verification they may also give
 * place, day and region anew; a verified report keeps what was verified, and the answer stands in its text.
 */
export function decideCompletion(
  report: AwaitedReport,
  standing: Standing,
  answer: Line & Circumstances,
  today: string,
): Decision<AcceptedAct, CompletionRefusal> {
  if (!permitOnReport('COMPLETE', standing)) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('COMPLETE', report.state)) return notInState(report);
  const text = readText(answer.body, TEXT);
  if (!text.ok) return text;
  const circumstances = readCircumstances(answer, today);
  if (!circumstances.ok) return circumstances;
  const given = Object.entries(circumstances.value).filter(([, value]) => value !== null);
  const [first] = given;
  if (first && report.stateBefore !== 'SUBMITTED') {
    return refuse({ kind: 'InvalidInput', field: first[0], reason: 'MALFORMED' });
  }
  return accept({
    act: 'COMPLETE',
    actor: THE_REPORTER,
    followUp: { id: answer.id, kind: 'COMPLETION', body: text.value },
    fields: Object.fromEntries(given),
  });
}

/** T04: a report whose reporter has let the time to complete it run out is set aside. */
export function decideExpiry(
  report: AwaitedReport,
  { endsAt, owesReminder }: TimeOfReporter,
  now: Date,
): Decision<AcceptedAct, CompletionRefusal> {
  if (!mayBeginIn('EXPIRE_COMPLETION', report.state)) return notInState(report);
  if (!endsAt || now <= endsAt) return refuse({ kind: 'ReporterStillHasTime' });
  if (owesReminder) return refuse({ kind: 'ReporterIsNotReminded' });
  return accept({
    act: 'EXPIRE_COMPLETION',
    actor: THE_SYSTEM,
    reason: 'INCOMPLETE_TIMEOUT',
    fields: { archiveReason: 'INCOMPLETE_TIMEOUT', closedAt: now },
  });
}

function notInState({ state }: AwaitedReport): Decision<never, CompletionRefusal> {
  return refuse({ kind: 'ReportNotInState', state });
}
