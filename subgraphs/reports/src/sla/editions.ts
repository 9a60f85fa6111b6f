import type { WorkCalendar } from '@satu-pintu/calendar';

/** The working days as they stand, and as they stood when runs were counted that have not been counted anew since. */
export interface Calendars {
  readonly calendar: WorkCalendar;
  /** By edition; absent where all runs were counted by the present calendar. */
  readonly earlier?: ReadonlyMap<number, WorkCalendar>;
}

/** What a run says of the calendar by which it was counted. */
interface Counted {
  readonly edition: number;
}

/** The calendar by which a run was counted. What goes on with it is counted by the same until a recalculation is ordered. */
export function countedBy({ calendar, earlier }: Calendars, { edition }: Counted): WorkCalendar {
  if (edition === calendar.edition) return calendar;
  const known = earlier?.get(edition);
  if (!known) throw new Error(`Edition ${String(edition)} of the calendar was not read.`);
  return known;
}

/** Reads the calendars by which some runs were counted. */
export async function calendarsOf(
  clocks: readonly Counted[],
  calendar: WorkCalendar,
  read: (edition: number) => Promise<WorkCalendar>,
): Promise<Calendars> {
  const editions = new Set(clocks.map(({ edition }) => edition));
  editions.delete(calendar.edition);
  if (editions.size === 0) return { calendar };
  const pairs = await Promise.all(
    [...editions].map(async (edition) => [edition, await read(edition)] as const),
  );
  return { calendar, earlier: new Map(pairs) };
}
