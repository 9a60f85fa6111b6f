import type { Act } from '../report/transitions.js';
import type { ClockKind } from './rule-set.js';

/** What an act does to the clocks of a report; a clock that is ended and started begins anew. */
export interface ClockEffects {
  readonly ends: readonly ClockKind[];
  readonly starts: readonly ClockKind[];
  /** Runs on from where a provisional end stopped it, the time between excluded. */
  readonly resumes?: readonly ClockKind[];
  /** The same, but only where the run was stopped by the pause that ends now. */
  readonly resumesPaused?: readonly ClockKind[];
  /** Runs on as if it had never stopped, where the run was ended by the merging that ends now. */
  readonly restores?: readonly ClockKind[];
}

const EVERY_CLOCK = [
  'COMPLETION',
  'VERIFICATION',
  'FIRST_FOLLOW_UP',
  'RESOLUTION',
  'SILENCE',
  'REDISPATCH',
  'OMBUDSMAN',
  'CITIZEN',
  'HOLDER',
] as const;

/** The clock table of the office, as data. RESOLUTION and OMBUDSMAN start once, at the first dispatch, and never again. */
export const CLOCK_EFFECTS: Readonly<Record<Act, ClockEffects>> = {
  SUBMIT: { ends: [], starts: ['VERIFICATION', 'CITIZEN', 'HOLDER'] },
  ASK_COMPLETION: { ends: ['VERIFICATION', 'CITIZEN'], starts: ['COMPLETION'] },
  COMPLETE: {
    ends: ['COMPLETION'],
    starts: [],
    resumesPaused: ['VERIFICATION', 'FIRST_FOLLOW_UP', 'RESOLUTION', 'OMBUDSMAN', 'CITIZEN'],
  },
  EXPIRE_COMPLETION: { ends: EVERY_CLOCK, starts: [] },
  VERIFY: {
    ends: ['VERIFICATION', 'HOLDER'],
    starts: ['FIRST_FOLLOW_UP', 'RESOLUTION', 'OMBUDSMAN', 'HOLDER'],
  },
  ARCHIVE: { ends: EVERY_CLOCK, starts: [] },
  APPEAL: { ends: [], starts: ['VERIFICATION', 'CITIZEN', 'HOLDER'] },
  SUB_DISPATCH: { ends: ['HOLDER'], starts: ['HOLDER'] },
  ACCEPT: { ends: [], starts: [] },
  FOLLOW_UP: { ends: ['FIRST_FOLLOW_UP'], starts: [] },
  RESPOND: { ends: ['FIRST_FOLLOW_UP', 'RESOLUTION'], starts: ['SILENCE'] },
  RETURN: { ends: ['HOLDER'], starts: ['HOLDER', 'REDISPATCH'] },
  REDISPATCH: { ends: ['REDISPATCH', 'FIRST_FOLLOW_UP', 'HOLDER'], starts: ['FIRST_FOLLOW_UP', 'HOLDER'] },
  PASS_UP: { ends: ['HOLDER', 'REDISPATCH'], starts: ['HOLDER', 'REDISPATCH'] },
  BIND: { ends: ['REDISPATCH', 'FIRST_FOLLOW_UP', 'HOLDER'], starts: ['FIRST_FOLLOW_UP', 'HOLDER'] },
  ASK_REPORTER: { ends: ['FIRST_FOLLOW_UP', 'RESOLUTION', 'OMBUDSMAN', 'CITIZEN'], starts: ['COMPLETION'] },
  REPLY: { ends: ['SILENCE'], starts: ['FIRST_FOLLOW_UP'], resumes: ['RESOLUTION'] },
  SEND_MESSAGE: { ends: ['SILENCE'], starts: ['SILENCE'] },
  CONFIRM: { ends: EVERY_CLOCK, starts: [] },
  AUTO_CLOSE: { ends: EVERY_CLOCK, starts: [] },
  MERGE: { ends: EVERY_CLOCK, starts: [] },
  UNMERGE: { ends: [], starts: [], restores: EVERY_CLOCK },
  WITHDRAW: { ends: EVERY_CLOCK, starts: [] },
  REOPEN: {
    ends: [],
    starts: ['FIRST_FOLLOW_UP', 'HOLDER', 'CITIZEN'],
    resumes: ['RESOLUTION', 'OMBUDSMAN'],
  },
  RECLASSIFY: { ends: [], starts: [] },
  RECALCULATE: { ends: [], starts: [] },
  EXTEND: { ends: [], starts: [] },
  // What ran out runs on; that it ran out is written into the run itself.
  BREACH: { ends: [], starts: [] },
  ESCALATE: { ends: [], starts: [] },
  REMIND_HOLDER: { ends: [], starts: [] },
  REMIND_REPORTER: { ends: [], starts: [] },
  OVERSIGHT_ELIGIBLE: { ends: [], starts: [] },
  // The Ombudsman examines beside the agency, whose time runs on.
  OVERSIGHT_CONSENT: { ends: [], starts: [] },
  OVERSIGHT_DECLINE: { ends: [], starts: [] },
  OVERSIGHT_WITHDRAW_CONSENT: { ends: [], starts: [] },
  OVERSIGHT_ACCEPT: { ends: [], starts: [] },
  OVERSIGHT_CONCLUDE: { ends: [], starts: [] },
  RAISE_PRIVACY: { ends: [], starts: [] },
  LOWER_PRIVACY: { ends: [], starts: [] },
  REDACT: { ends: [], starts: [] },
  HIDE: { ends: [], starts: [] },
  PUBLISH: { ends: [], starts: [] },
  TAKE_OVER: { ends: ['HOLDER'], starts: ['HOLDER'] },
};
