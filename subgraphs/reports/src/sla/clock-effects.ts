import type { Act } from '../report/transitions.js';
import type { ClockKind } from './rule-set.js';

/** What an act does to the clocks of a report; a clock that is ended and started begins anew. */
export interface ClockEffects {
  readonly ends: readonly ClockKind[];
  readonly starts: readonly ClockKind[];
  /** Runs on from where it stopped, the time between excluded. */
  readonly resumes?: readonly ClockKind[];
}

const EVERY_CLOCK = [
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
  VERIFY: {
    ends: ['VERIFICATION', 'HOLDER'],
    starts: ['FIRST_FOLLOW_UP', 'RESOLUTION', 'OMBUDSMAN', 'HOLDER'],
  },
  ARCHIVE: { ends: EVERY_CLOCK, starts: [] },
  SUB_DISPATCH: { ends: ['HOLDER'], starts: ['HOLDER'] },
  ACCEPT: { ends: [], starts: [] },
  FOLLOW_UP: { ends: ['FIRST_FOLLOW_UP'], starts: [] },
  RESPOND: { ends: ['FIRST_FOLLOW_UP', 'RESOLUTION'], starts: ['SILENCE'] },
  RETURN: { ends: ['HOLDER'], starts: ['HOLDER', 'REDISPATCH'] },
  REDISPATCH: { ends: ['REDISPATCH', 'FIRST_FOLLOW_UP', 'HOLDER'], starts: ['FIRST_FOLLOW_UP', 'HOLDER'] },
  BIND: { ends: ['REDISPATCH', 'FIRST_FOLLOW_UP', 'HOLDER'], starts: ['FIRST_FOLLOW_UP', 'HOLDER'] },
  REPLY: { ends: ['SILENCE'], starts: ['FIRST_FOLLOW_UP'], resumes: ['RESOLUTION'] },
  CONFIRM: { ends: EVERY_CLOCK, starts: [] },
  AUTO_CLOSE: { ends: EVERY_CLOCK, starts: [] },
};
