import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import { aReport, aResolution, NOON } from '../../test/support/builders.js';
import { OPEN_STATES, REPORT_STATES } from '../report/report-state.js';
import type { Clock } from '../sla/clock.rules.js';
import { decideRecalculation } from './recalculation.rules.js';

const SHIPPED = loadNationalCalendar();
const LEAVE = { kind: 'JOINT_LEAVE', name: 'Cuti bersama', legalBasis: 'Keppres 9/2026' } as const;
const WITH_LEAVE = loadNationalCalendar([{ id: 1, date: '2026-07-15', ...LEAVE }]);
const ACTOR = { role: 'NATIONAL_ADMIN', agencyId: 'the-national-desk', officerId: 'an-officer' } as const;
const ORDER = { id: 'an-order', reason: 'Keppres 9/2026', actor: ACTOR };
const REPORT = aReport({ state: 'DISPATCHED' });
const DUE = new Date('2026-07-30T16:59:59.999Z');

function recalculated(run: Partial<Clock>, countedBy = SHIPPED, calendar = WITH_LEAVE, now = NOON) {
  return decideRecalculation(REPORT, [{ run: aResolution(run), countedBy }], ORDER, calendar, now);
}

const NOTHING = { ok: false, refusal: { kind: 'NothingMoves' } };

describe('a recalculation', () => {
  it('keeps the number of working days, and says whose order it was', () => {
    expect(recalculated({})).toEqual({
      ok: true,
      value: {
        act: 'RECALCULATE',
        actor: ACTOR,
        reason: 'Keppres 9/2026',
        recalculation: {
          id: 'an-order',
          edition: 1,
          moves: [{ kind: 'RESOLUTION', seq: 1, from: DUE, to: new Date('2026-07-31T16:59:59.999Z') }],
        },
      },
    });
  });

  it('moves nothing a second time', () => {
    expect(recalculated({ dueAt: new Date('2026-07-31T16:59:59.999Z') }, WITH_LEAVE)).toEqual(NOTHING);
  });

  it.each<[string, Partial<Clock>, Date]>([
    ['has ended', { endedAt: NOON }, NOON],
    ['was breached', { breachedAt: DUE }, NOON],
    ['has passed, written down or not', {}, new Date(DUE.getTime() + 1)],
    ['counts every day', { workingDays: null, calendarDays: 30 }, NOON],
    ['has no limit', { dueAt: null }, NOON],
    ['ends before the day that changed', { dueAt: new Date('2026-07-14T16:59:59.999Z') }, NOON],
  ])('leaves a run that %s', (_what, run, now) => {
    expect(recalculated(run, SHIPPED, WITH_LEAVE, now)).toEqual(NOTHING);
  });

  it('moves nothing before the end of today, for nobody could keep it', () => {
    const lastDay = new Date('2026-07-31T05:00:00Z');
    const due = new Date('2026-07-31T16:59:59.999Z');
    expect(recalculated({ dueAt: due }, WITH_LEAVE, SHIPPED, lastDay)).toEqual(NOTHING);
  });

  it('leaves the report where a deadline would lie beyond the calendar', () => {
    const lastDay = SHIPPED.workingDays.at(-1) ?? '';
    const calendar = loadNationalCalendar([{ id: 1, date: lastDay, ...LEAVE }]);
    const run = {
      startedAt: new Date(`${lastDay.slice(0, 4)}-12-01T05:00:00Z`),
      dueAt: new Date(`${lastDay}T16:59:59.999Z`),
    };
    expect(recalculated(run, SHIPPED, calendar, run.startedAt)).toMatchObject({
      refusal: { kind: 'CalendarNotLoaded' },
    });
  });

  const WITHOUT_DEADLINES = REPORT_STATES.filter((state) => !OPEN_STATES.includes(state));

  it.each([...WITHOUT_DEADLINES, 'AWAITING_REPORTER'] as const)('has nothing to move in %s', (state) => {
    const runs = [{ run: aResolution(), countedBy: SHIPPED }];
    expect(decideRecalculation(aReport({ state }), runs, ORDER, WITH_LEAVE, NOON)).toEqual({
      ok: false,
      refusal: { kind: 'ReportNotInState', state },
    });
  });
});
