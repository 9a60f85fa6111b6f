import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import {
  allBut,
  aPublishedReport,
  aResolution,
  EVERYBODY,
  NOON,
  runsOf,
} from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import { decideExtension, type Extension } from './extension.rules.js';

const COORDINATOR = EVERYBODY['the coordinator of the house'];
const REPORT = aPublishedReport({ state: 'IN_PROGRESS' });
const LATE = new Date('2026-08-03T05:00:00Z');

function anExtension(changes: Partial<Extension> = {}): Extension {
  return {
    id: 'message-1',
    reason: 'Menunggu lelang bahan aspal.',
    newDueDate: '2026-08-10',
    runs: runsOf([aResolution()], NOON),
    calendar: loadNationalCalendar(),
    extensions: 1,
    ...changes,
  };
}

describe('extending a deadline', () => {
  it('is for the coordinator of the house, and tells the reporter why and until when', () => {
    const decision = decideExtension(REPORT, COORDINATOR, anExtension());
    expect(decision).toMatchObject({
      ok: true,
      value: {
        act: 'EXTEND',
        actor: { role: 'COORDINATOR_ADMIN' },
        reason: 'Menunggu lelang bahan aspal. (2026-07-30 → 2026-08-10)',
        fields: { extensionCount: 1 },
        followUp: { kind: 'MESSAGE', body: 'Menunggu lelang bahan aspal.', promisedDate: '2026-08-10' },
        restates: { kind: 'RESOLUTION', dueAt: new Date('2026-08-10T16:59:59.999Z'), workingDays: 21 },
      },
    });
  });

  it.each(allBut('the coordinator of the house'))('is not for %s', (who) => {
    expect(decideExtension(REPORT, EVERYBODY[who], anExtension())).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'IN_PROGRESS'))('is not done in %s', (state) => {
    expect(decideExtension(aPublishedReport({ state }), COORDINATOR, anExtension())).toEqual({
      ok: false,
      refusal: { kind: 'ReportNotInState', state },
    });
  });

  it('is done as often as the rules allow, and never after a breach', () => {
    expect(decideExtension({ ...REPORT, extensionCount: 1 }, COORDINATOR, anExtension())).toMatchObject({
      refusal: { kind: 'ExtensionsUsedUp' },
    });
    const late = anExtension({ runs: runsOf([aResolution()], LATE) });
    expect(decideExtension(REPORT, COORDINATOR, late)).toMatchObject({ refusal: { kind: 'DeadlineIsOver' } });
  });

  it.each([
    ['the present due day', '2026-07-30'],
    ['a day before it', '2026-07-29'],
    ['a Saturday', '2026-08-08'],
    ['Independence Day', '2026-08-17'],
  ])('does not move it to %s', (_what, newDueDate) => {
    expect(decideExtension(REPORT, COORDINATOR, anExtension({ newDueDate }))).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field: 'newDueDate', reason: 'MALFORMED' },
    });
  });

  it('does not move it beyond the decreed years, nor without a reason', () => {
    const far = anExtension({ newDueDate: '2031-03-03' });
    expect(decideExtension(REPORT, COORDINATOR, far)).toEqual({
      ok: false,
      refusal: { kind: 'CalendarNotLoaded', year: 2031 },
    });
    expect(decideExtension(REPORT, COORDINATOR, anExtension({ reason: 'Lama.' }))).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason' },
    });
  });
});
