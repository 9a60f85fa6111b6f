const DAY = 24 * 60 * 60 * 1_000;

/** The first instant of a calendar day in Jakarta, where no clock is ever put forward. */
export function startOfDay(date: string): Date {
  return new Date(`${date}T00:00:00+07:00`);
}

/** The first instant after a calendar day in Jakarta. */
export function endOfDay(date: string): Date {
  return new Date(startOfDay(date).getTime() + DAY);
}
