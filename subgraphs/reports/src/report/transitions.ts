import { OPEN_STATES, REPORT_STATES, type ReportState } from './report-state.js';

/** States in which the reporter may still take the report back, or an officer above take it over. */
const BEFORE_THE_END = OPEN_STATES;

/** States in which it is for the office to act, and its deadlines run. */
const WITH_THE_OFFICE = ['SUBMITTED', 'DISPATCHED', 'RETURNED', 'IN_PROGRESS'] as const;
/** States in which an agency has the report and its reporter is not awaited: what was counted from its dispatch runs. */
const IN_HAND = ['DISPATCHED', 'RETURNED', 'IN_PROGRESS', 'RESPONDED'] as const;
/** States in which a report is open and was sent to an agency. */
const WITH_AN_AGENCY = OPEN_STATES.filter((state) => state !== 'SUBMITTED');

/** States of a report that still stands for itself and has not been taken back. */
const NOT_TAKEN_BACK = REPORT_STATES.filter((state) => state !== 'WITHDRAWN' && state !== 'MERGED');

/** What can be done to a report. The ids are those of the office's transition table. */
interface Transition {
  readonly id: string;
  readonly from: readonly ReportState[];
  /** State afterwards; SAME leaves it, BEFORE gives back the one before the reporter was asked, or it was merged. */
  readonly to: ReportState | 'SAME' | 'BEFORE';
  /** Name of the event that tells of it. */
  readonly event: string;
}

/** Every act that moves a report, as data: rules, `viewerActions` and events read this one table. */
export const TRANSITIONS = {
  SUBMIT: { id: 'T01', from: [], to: 'SUBMITTED', event: 'report.submitted' },
  ASK_COMPLETION: {
    id: 'T02',
    from: ['SUBMITTED'],
    to: 'AWAITING_REPORTER',
    event: 'report.completion-asked',
  },
  COMPLETE: { id: 'T03', from: ['AWAITING_REPORTER'], to: 'BEFORE', event: 'report.completed' },
  EXPIRE_COMPLETION: {
    id: 'T04',
    from: ['AWAITING_REPORTER'],
    to: 'ARCHIVED',
    event: 'report.completion-expired',
  },
  VERIFY: { id: 'T05', from: ['SUBMITTED'], to: 'DISPATCHED', event: 'report.verified' },
  ARCHIVE: { id: 'T06', from: ['SUBMITTED'], to: 'ARCHIVED', event: 'report.archived' },
  APPEAL: { id: 'T07', from: ['ARCHIVED'], to: 'SUBMITTED', event: 'report.appealed' },
  SUB_DISPATCH: {
    id: 'T08',
    from: ['DISPATCHED', 'IN_PROGRESS'],
    to: 'DISPATCHED',
    event: 'report.dispatched',
  },
  ACCEPT: { id: 'T09', from: ['DISPATCHED'], to: 'IN_PROGRESS', event: 'report.accepted' },
  FOLLOW_UP: {
    id: 'T10',
    from: ['DISPATCHED', 'IN_PROGRESS'],
    to: 'IN_PROGRESS',
    event: 'report.followed-up',
  },
  RESPOND: { id: 'T11', from: ['DISPATCHED', 'IN_PROGRESS'], to: 'RESPONDED', event: 'report.responded' },
  RETURN: { id: 'T12', from: ['DISPATCHED', 'IN_PROGRESS'], to: 'RETURNED', event: 'report.returned' },
  REDISPATCH: { id: 'T13', from: ['RETURNED'], to: 'DISPATCHED', event: 'report.redispatched' },
  PASS_UP: { id: 'T14', from: ['RETURNED'], to: 'RETURNED', event: 'report.passed-up' },
  BIND: { id: 'T15', from: ['RETURNED'], to: 'DISPATCHED', event: 'report.bound' },
  ASK_REPORTER: { id: 'T16', from: ['IN_PROGRESS'], to: 'AWAITING_REPORTER', event: 'report.reporter-asked' },
  REPLY: { id: 'T17', from: ['RESPONDED'], to: 'IN_PROGRESS', event: 'report.replied' },
  SEND_MESSAGE: { id: 'T18', from: ['RESPONDED'], to: 'RESPONDED', event: 'report.message-sent' },
  CONFIRM: { id: 'T19', from: ['RESPONDED'], to: 'CLOSED', event: 'report.confirmed' },
  AUTO_CLOSE: { id: 'T20', from: ['RESPONDED'], to: 'CLOSED', event: 'report.auto-closed' },
  MERGE: {
    id: 'T21',
    from: ['SUBMITTED', 'DISPATCHED', 'IN_PROGRESS'],
    to: 'MERGED',
    event: 'report.merged',
  },
  UNMERGE: { id: 'T22', from: ['MERGED'], to: 'BEFORE', event: 'report.unmerged' },
  WITHDRAW: { id: 'T23', from: BEFORE_THE_END, to: 'WITHDRAWN', event: 'report.withdrawn' },
  REOPEN: { id: 'T24', from: ['CLOSED'], to: 'IN_PROGRESS', event: 'report.reopened' },
  RECLASSIFY: {
    id: 'T25',
    from: IN_HAND,
    to: 'SAME',
    event: 'report.reclassified',
  },
  // While the reporter is awaited nothing runs that is counted in working days.
  RECALCULATE: {
    id: 'T25b',
    from: ['SUBMITTED', ...IN_HAND],
    to: 'SAME',
    event: 'report.deadlines-recalculated',
  },
  EXTEND: { id: 'T26', from: ['IN_PROGRESS'], to: 'SAME', event: 'report.extended' },
  // While the reporter has the word no clock of an agency runs that could be breached.
  BREACH: { id: 'T27', from: WITH_THE_OFFICE, to: 'SAME', event: 'report.deadline-breached' },
  ESCALATE: { id: 'T27b', from: WITH_THE_OFFICE, to: 'SAME', event: 'report.escalated' },
  REMIND_HOLDER: {
    id: 'T27c',
    from: WITH_THE_OFFICE,
    to: 'SAME',
    event: 'report.holder-reminded',
  },
  REMIND_REPORTER: {
    id: 'T20b',
    from: ['AWAITING_REPORTER', 'RESPONDED'],
    to: 'SAME',
    event: 'report.reporter-reminded',
  },
  OVERSIGHT_ELIGIBLE: { id: 'T28', from: IN_HAND, to: 'SAME', event: 'report.oversight-eligible' },
  RAISE_PRIVACY: { id: 'T30', from: REPORT_STATES, to: 'SAME', event: 'report.privacy-raised' },
  OVERSIGHT_CONSENT: { id: 'T29', from: WITH_AN_AGENCY, to: 'SAME', event: 'report.oversight-consented' },
  OVERSIGHT_DECLINE: { id: 'T29a', from: WITH_AN_AGENCY, to: 'SAME', event: 'report.oversight-declined' },
  OVERSIGHT_WITHDRAW_CONSENT: {
    id: 'T29b',
    from: NOT_TAKEN_BACK,
    to: 'SAME',
    event: 'report.oversight-consent-withdrawn',
  },
  OVERSIGHT_ACCEPT: { id: 'T29c', from: NOT_TAKEN_BACK, to: 'SAME', event: 'report.oversight-accepted' },
  OVERSIGHT_CONCLUDE: { id: 'T29d', from: REPORT_STATES, to: 'SAME', event: 'report.oversight-concluded' },
  LOWER_PRIVACY: { id: 'T30a', from: REPORT_STATES, to: 'SAME', event: 'report.privacy-lowered' },
  REDACT: { id: 'T30b', from: REPORT_STATES, to: 'SAME', event: 'report.redacted' },
  HIDE: { id: 'T30c', from: REPORT_STATES, to: 'SAME', event: 'report.hidden' },
  PUBLISH: { id: 'T30d', from: REPORT_STATES, to: 'SAME', event: 'report.published' },
  TAKE_OVER: { id: 'T31', from: BEFORE_THE_END, to: 'SAME', event: 'report.taken-over' },
} as const satisfies Readonly<Record<string, Transition>>;

export type Act = keyof typeof TRANSITIONS;

export const ACTS = Object.keys(TRANSITIONS) as readonly Act[];

/** Does the table let this act begin in this state? */
export function mayBeginIn(act: Act, state: ReportState): boolean {
  const from: readonly ReportState[] = TRANSITIONS[act].from;
  return from.includes(state);
}

/** The state after an act that began in a state; `before` is the one to go back to, where there is one. */
export function stateAfter(act: Act, state: ReportState, before: ReportState | null): ReportState {
  const { to } = TRANSITIONS[act];
  if (to === 'SAME') return state;
  if (to !== 'BEFORE') return to;
  if (before === null) throw new Error('A report that is to go back has forgotten where it stood.');
  return before;
}

/** The act that an event tells of. */
export function actOfEvent(type: string): Act | null {
  return ACTS.find((act) => TRANSITIONS[act].event === type) ?? null;
}
