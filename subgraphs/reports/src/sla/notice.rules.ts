import { dueAt, endOfCalendarDays, type WorkCalendar } from '@satu-pintu/calendar';
import type { Clock, ClockTerms } from './clock.rules.js';
import { type Notice, noticesOf } from './rule-set.js';

/**
 * After which instant the next notice of a run is sent: the end of its last day of waiting. Null when all are sent, for
 * a run without a limit, and where the calendar does not reach so far: a reminder is no deadline, and keeps no act from
 * being carried out.
 */
export function planNotice(run: Clock, notices: readonly Notice[], calendar: WorkCalendar): Date | null {
  const notice = notices[run.noticesSent];
  if (!notice || !run.dueAt) return null;
  const from = notice.counted === 'AFTER_START' ? run.startedAt : run.dueAt;
  if (run.calendarDays !== null) return endOfCalendarDays(from, notice.days, run.timeZone);
  const at = dueAt(from, notice.days, run.timeZone, calendar);
  return at.ok ? at.value : null;
}

/** Is the reporter still to be reminded of something before this run may be held against them? */
export function owesReminder(run: Clock | null, notices: readonly Notice[]): boolean {
  return notices.slice(run?.noticesSent ?? 0).some(({ act }) => act === 'REMIND_REPORTER');
}

/** The clocks after one more notice of a run was sent. */
export function countNotice(
  clocks: readonly Clock[],
  { kind, seq }: Pick<Clock, 'kind' | 'seq'>,
): readonly Clock[] {
  return clocks.map((clock) =>
    clock.kind === kind && clock.seq === seq ? { ...clock, noticesSent: clock.noticesSent + 1 } : clock,
  );
}

/** The clocks after an act, with the next notice planned for each run that the act has touched. */
export function planNotices(
  before: readonly Clock[],
  after: readonly Clock[],
  { ruleSet, calendar }: Pick<ClockTerms, 'ruleSet' | 'calendar'>,
): readonly Clock[] {
  return after.map((clock) => {
    if (clock.endedAt || before.includes(clock)) return clock;
    return { ...clock, nextNoticeAt: planNotice(clock, noticesOf(ruleSet, clock.kind), calendar) };
  });
}
