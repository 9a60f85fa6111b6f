import type { ReportType } from '../report/report-state.js';

/** Clocks of a report, in the words of the schema; each says in the rule set where it starts and ends. */
export const CLOCK_KINDS = [
  'VERIFICATION',
  'FIRST_FOLLOW_UP',
  'RESOLUTION',
  'COMPLETION',
  'SILENCE',
  'REDISPATCH',
  'OMBUDSMAN',
  'CITIZEN',
  'HOLDER',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** One clock as a regulation fixes it; CITIZEN and HOLDER only show time and have no limit. */
interface ClockLimit {
  readonly kind: ClockKind;
  /** How its days are counted; null for one without a limit. */
  readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS' | null;
  readonly limit?: number | null;
  readonly limitByType?: Readonly<Record<ReportType, number>>;
  /** What is sent on its way, in the order of time; nothing when absent. */
  readonly notices?: readonly Notice[];
}

/** One reminder or escalation on the way of a clock, as data: its number of days is no law, and may change. */
export type Notice = NoticeTime &
  (
    | { readonly act: 'REMIND_REPORTER' | 'REMIND_HOLDER' }
    | { readonly act: 'ESCALATE'; readonly to: EscalationTarget }
  );

/** Who is told that a deadline was let pass: the coordinator above the holder, or the root of the tree. */
export type EscalationTarget = 'COORDINATOR' | 'NATIONAL_DESK';

/** When a notice is sent: after so many whole days, counted as the clock itself counts them. */
interface NoticeTime {
  readonly counted: 'AFTER_START' | 'AFTER_DUE';
  readonly days: number;
}

/** Numbers of a regulation, effective-dated; a report keeps the set in force when it came in. */
export interface RuleSet {
  readonly code: string;
  readonly legalBasis: string;
  /** Calendar days, Jakarta. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly confirmed: boolean;
  readonly inForce: boolean;
  readonly clocks: readonly ClockLimit[];
  readonly limits: readonly { readonly code: string; readonly value: number }[];
}

/** Working days of a clock for a type of report; null for one without a limit or in calendar days. */
export function workingDaysOf(ruleSet: RuleSet, kind: ClockKind, type: ReportType | null): number | null {
  return daysOf(ruleSet, kind, 'WORKING_DAYS', type);
}

/** Calendar days of a clock; null for one without a limit or in working days. */
export function calendarDaysOf(ruleSet: RuleSet, kind: ClockKind, type: ReportType | null): number | null {
  return daysOf(ruleSet, kind, 'CALENDAR_DAYS', type);
}

/** What is sent on the way of a clock, in the order of time. */
export function noticesOf(ruleSet: RuleSet, kind: ClockKind): readonly Notice[] {
  return ruleSet.clocks.find((clock) => clock.kind === kind)?.notices ?? [];
}

/** A limit that is no clock: `RETURN_WINDOW`, `RETURNS_BEFORE_BINDING` … */
export function limitOf(ruleSet: RuleSet, code: string): number {
  const limit = ruleSet.limits.find((candidate) => candidate.code === code);
  if (!limit) throw new Error(`Rule set ${ruleSet.code} has no limit ${code}.`);
  return limit.value;
}

function daysOf(
  ruleSet: RuleSet,
  kind: ClockKind,
  unit: ClockLimit['unit'],
  type: ReportType | null,
): number | null {
  const clock = ruleSet.clocks.find((candidate) => candidate.kind === kind && candidate.unit === unit);
  if (type !== null && clock?.limitByType) return clock.limitByType[type];
  return clock?.limit ?? null;
}

/** The confirmed set in force on a day. */
export function ruleSetInForce(ruleSets: readonly RuleSet[], day: string): RuleSet | null {
  const inForce = ruleSets.filter(
    (set) => set.inForce && set.validFrom <= day && (set.validTo === null || day <= set.validTo),
  );
  return inForce.toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))[0] ?? null;
}
