import { registerEnumType } from 'type-graphql';
import { CLOCK_KINDS } from '../sla/rule-set.js';
import {
  ARCHIVE_REASONS,
  CHANNELS,
  FOLLOW_UP_KINDS,
  OUTCOMES,
  REPORT_STATES,
  REPORT_TYPES,
  REQUESTED_TYPES,
  RETURN_REASONS,
} from './report-state.js';
import { ACTS } from './transitions.js';

/** A schema enum whose values are the strings that the code and the tables use. */
function schemaEnum<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  texts: Partial<Record<Value, string>> = {},
): Record<Value, Value> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  const described = Object.entries(texts).map(([value, text]) => [value, { description: text }]);
  registerEnumType(members, { name, description, valuesConfig: Object.fromEntries(described) as object });
  return members;
}

export const ReportStateEnum = schemaEnum('ReportState', 'State of a report in its life.', REPORT_STATES);

export const ReportTypeEnum = schemaEnum(
  'ReportType',
  'Class of a report, set at verification; it decides the deadlines.',
  REPORT_TYPES,
);

export const RequestedTypeEnum = schemaEnum(
  'RequestedType',
  'What the reporter says it is; the verifier decides the class.',
  REQUESTED_TYPES,
);

export const ChannelEnum = schemaEnum('Channel', 'Way by which the report came in.', CHANNELS);

export const ClockKindEnum = schemaEnum(
  'ClockKind',
  'Which deadline a clock keeps.',
  CLOCK_KINDS,
  {
    VERIFICATION: 'From submission to verification.',
    FIRST_FOLLOW_UP: 'From dispatch to the first substantive follow-up.',
    RESOLUTION: 'From the first dispatch to the final follow-up; never starts again.',
    COMPLETION: 'Time for the reporter to complete the report; calendar days.',
    SILENCE: 'Time for the reporter to answer a final follow-up.',
    REDISPATCH: 'From a return to the next dispatch.',
    OMBUDSMAN: 'From the first dispatch until the Ombudsman may take the case up.',
    CITIZEN: 'From submission to the end, as the reporter lives it; no limit.',
    HOLDER: 'How long the present holder has had it; no limit.',
  },
);

export const ClockStateEnum = schemaEnum('ClockState', 'Whether a clock runs.', ['RUNNING', 'ENDED'] as const);

export const ClockDayVerdictEnum = schemaEnum(
  'ClockDayVerdict',
  'Why a calendar day counts, or does not.',
  ['START_DAY', 'COUNTED', 'WEEKEND', 'HOLIDAY'] as const,
);

export const FollowUpKindEnum = schemaEnum(
  'FollowUpKind',
  'What a line of the conversation is.',
  FOLLOW_UP_KINDS,
  { INTERIM: 'What was done so far.', FINAL: 'The answer.', REPLY: 'The reporter answers the answer.' },
);

export const AgencyFollowUpKindEnum = schemaEnum('AgencyFollowUpKind', 'What an agency may record.', [
  'INTERIM',
  'FINAL',
] as const);

export const OutcomeEnum = schemaEnum(
  'Outcome',
  'What a final follow-up comes to.',
  OUTCOMES,
  {
    FIXED: 'It is done.',
    EXPLAINED: 'The question is answered.',
    SCHEDULED: 'It will be done by a promised day.',
    REJECTED_WITH_REASON: 'It cannot be done, and why.',
  },
);

export const ArchiveReasonEnum = schemaEnum(
  'ArchiveReason',
  'Why a report is not taken up. That another agency is competent is no reason: such a report is dispatched.',
  ARCHIVE_REASONS,
);

export const ReturnReasonEnum = schemaEnum('ReturnReason', 'Why a holder sends a report back.', RETURN_REASONS);

export const ReportActEnum = schemaEnum('ReportAct', 'What was done to a report.', ACTS);

export const REPORT_ACTIONS = [
  'VERIFY',
  'ARCHIVE',
  'DISPATCH',
  'ACCEPT',
  'RECORD_FOLLOW_UP',
  'RETURN',
  'REPLY',
  'CONFIRM',
] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

export const ReportActionEnum = schemaEnum(
  'ReportAction',
  'What this viewer may do with this report now; each is the mutation of that name.',
  REPORT_ACTIONS,
);

export const ReportOrderEnum = schemaEnum('ReportOrder', 'Order of a list of reports.', ['NEWEST', 'OLDEST'] as const);

export const ActorRoleEnum = schemaEnum('ActorRole', 'In which role something was done.', [
  'REPORTER',
  'SYSTEM',
  'NATIONAL_ADMIN',
  'COORDINATOR_ADMIN',
  'AGENCY_ADMIN',
  'LIAISON_OFFICER',
  'INTAKE_OFFICER',
  'INTEGRATOR',
  'OMBUDSMAN',
  'KSP_VIEWER',
  'MOHA_EVALUATOR',
  'ANALYST',
] as const);
