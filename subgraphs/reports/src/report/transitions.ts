import type { ReportState } from './report-state.js';

/** What can be done to a report. The ids are those of the office's transition table. */
interface Transition {
  readonly id: string;
  readonly from: readonly ReportState[];
  /** State afterwards. */
  readonly to: ReportState;
  /** Name of the event that tells of it. */
  readonly event: string;
}

/** Every act that moves a report, as data: rules, `viewerActions` and events read this one table. */
export const TRANSITIONS = {
  SUBMIT: { id: 'T01', from: [], to: 'SUBMITTED', event: 'report.submitted' },
  VERIFY: { id: 'T05', from: ['SUBMITTED'], to: 'DISPATCHED', event: 'report.verified' },
  ARCHIVE: { id: 'T06', from: ['SUBMITTED'], to: 'ARCHIVED', event: 'report.archived' },
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
  BIND: { id: 'T15', from: ['RETURNED'], to: 'DISPATCHED', event: 'report.bound' },
  REPLY: { id: 'T17', from: ['RESPONDED'], to: 'IN_PROGRESS', event: 'report.replied' },
  CONFIRM: { id: 'T19', from: ['RESPONDED'], to: 'CLOSED', event: 'report.confirmed' },
  AUTO_CLOSE: { id: 'T20', from: ['RESPONDED'], to: 'CLOSED', event: 'report.auto-closed' },
} as const satisfies Readonly<Record<string, Transition>>;

export type Act = keyof typeof TRANSITIONS;

export const ACTS = Object.keys(TRANSITIONS) as readonly Act[];

/** Does the table let this act begin in this state? */
export function mayBeginIn(act: Act, state: ReportState): boolean {
  const from: readonly ReportState[] = TRANSITIONS[act].from;
  return from.includes(state);
}

/** The act that an event tells of. */
export function actOfEvent(type: string): Act | null {
  return ACTS.find((act) => TRANSITIONS[act].event === type) ?? null;
}
