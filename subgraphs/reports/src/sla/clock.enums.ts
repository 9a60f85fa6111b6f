import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { CLOCK_STATES } from './clock.rules.js';
import { CLOCK_KINDS } from './rule-set.js';

export const ClockKindEnum = schemaEnum('ClockKind', 'Which deadline a clock keeps.', CLOCK_KINDS, {
  VERIFICATION: 'From submission to verification.',
  FIRST_FOLLOW_UP: 'From dispatch to the first substantive follow-up.',
  RESOLUTION: 'From the first dispatch to the final follow-up; never starts again.',
  COMPLETION: 'Time for the reporter to complete the report; calendar days.',
  SILENCE: 'Time for the reporter to answer a final follow-up.',
  REDISPATCH: 'From a return to the next dispatch.',
  OMBUDSMAN: 'From the first dispatch until the Ombudsman may take the case up.',
  CITIZEN: 'From submission to the end, as the reporter lives it; no limit.',
  HOLDER: 'How long the present holder has had it; no limit.',
});

export const ClockStateEnum = schemaEnum('ClockState', 'Whether a clock runs.', CLOCK_STATES, {
  RUNNING: 'It runs.',
  PAUSED: 'It stands still because the reporter is awaited; it runs on when they have answered.',
  ENDED: 'What it waited for has happened; it does not run again.',
});

export const ClockDayVerdictEnum = schemaEnum(
  'ClockDayVerdict',
  'Why a calendar day counts, or does not.',
  ['START_DAY', 'COUNTED', 'WEEKEND', 'HOLIDAY'],
  {
    START_DAY: 'The day it started; counting begins with the day after.',
    COUNTED: 'A working day (hari kerja), or any day of a clock in calendar days.',
    WEEKEND: 'Saturday or Sunday.',
    HOLIDAY: 'National or regional holiday, or collective leave (libur nasional, cuti bersama).',
  },
);
