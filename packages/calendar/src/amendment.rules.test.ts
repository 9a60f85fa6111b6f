import { describe, expect, it } from '@jest/globals';
import type { CalendarAmendment } from './amendment.js';
import { loadNationalCalendar } from './national-calendar.js';
import { isWorkingDay } from './work-calendar.js';

/** A Wednesday without a holiday, and the Monday of Independence Day. */
const WEDNESDAY = '2026-07-15';
const INDEPENDENCE_DAY = '2026-08-17';

function amended(...changes: readonly Partial<CalendarAmendment>[]) {
  const told = {
    date: WEDNESDAY,
    kind: 'JOINT_LEAVE',
    name: 'Cuti bersama',
    legalBasis: 'Keppres 9/2026',
  } as const;
  return loadNationalCalendar(changes.map((change, index) => ({ ...told, id: index + 1, ...change })));
}

describe('an amended calendar', () => {
  it('has a working day less, with the decree that closes the offices', () => {
    const calendar = amended({});
    expect(isWorkingDay(WEDNESDAY, loadNationalCalendar())).toBe(true);
    expect(isWorkingDay(WEDNESDAY, calendar)).toBe(false);
    expect(calendar.holidays.get(WEDNESDAY)).toMatchObject([{ legalBasis: 'Keppres 9/2026' }]);
    expect(calendar.edition).toBe(1);
    expect(calendar.version).not.toBe(loadNationalCalendar().version);
  });

  it('has a working day more where a holiday is taken back, and says by which decree', () => {
    const calendar = amended({ date: INDEPENDENCE_DAY, kind: 'WORKING_DAY', legalBasis: 'Keppres 10/2026' });
    expect(isWorkingDay(INDEPENDENCE_DAY, calendar)).toBe(true);
    expect(calendar.takenBack.get(INDEPENDENCE_DAY)).toMatchObject({ legalBasis: 'Keppres 10/2026' });
  });

  it('keeps of several words on one day the last', () => {
    const calendar = amended({}, { kind: 'WORKING_DAY' });
    expect(isWorkingDay(WEDNESDAY, calendar)).toBe(true);
    expect(calendar.edition).toBe(2);
  });

  it('without amendments is the one that is shipped', () => {
    expect(amended().version).toBe(loadNationalCalendar().version);
    expect(amended().edition).toBe(0);
  });
});
