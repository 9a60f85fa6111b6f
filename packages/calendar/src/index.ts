export { dueAt, endOfCalendarDays, explainDeadline, workingDaysBetween } from './deadline.js';
export type { CalendarNotLoaded, ClockDay } from './deadline.js';
export { parseHolidays } from './holiday.js';
export type { Holiday, HolidayKind } from './holiday.js';
export { endOfDay, isLocalDate, localDateOf, officeTimeZones } from './local-date.js';
export type { LocalDate, OfficeTimeZone } from './local-date.js';
export { coveredYears, loadHolidays, loadNationalCalendar } from './national-calendar.js';
export { createWorkCalendar, isWorkingDay } from './work-calendar.js';
export type { CalendarYears, WorkCalendar } from './work-calendar.js';
