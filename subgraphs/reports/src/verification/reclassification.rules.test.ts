import { describe, expect, it } from '@jest/globals';
import {
  allBut,
  aPublishedReport,
  aResolution,
  EVERYBODY,
  NOON,
  runsOf,
} from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import { decideReclassification, type Reclassification } from './reclassification.rules.js';

const MAY = ['the admin of the holder', 'the coordinator of the house', 'the national desk'] as const;
const COORDINATOR = EVERYBODY['the coordinator of the house'];
const NATIONAL = EVERYBODY['the national desk'];
const LATE = new Date('2026-08-03T05:00:00Z');

function a(changes: Partial<Reclassification> = {}, now = NOON, dueAt = '2026-10-05'): Reclassification {
  const limit = { kind: 'RESOLUTION', dueAt: new Date(`${dueAt}T16:59:59.999Z`), workingDays: 60 } as const;
  return {
    type: 'COMPLAINT_OVERSIGHT',
    reason: 'Ada dugaan pungutan liar.',
    resolution: { runs: runsOf([aResolution()], now), limit },
    dayOf: (instant) => instant.toISOString().slice(0, 10),
    ...changes,
  };
}

describe('reclassifying', () => {
  it.each(MAY)('is for %s, and keeps the old and the new value in history', (who) => {
    expect(decideReclassification(aPublishedReport(), EVERYBODY[who], a())).toMatchObject({
      ok: true,
      value: {
        act: 'RECLASSIFY',
        fields: { type: 'COMPLAINT_OVERSIGHT' },
        reason:
          'Ada dugaan pungutan liar. (COMPLAINT_GENERAL → COMPLAINT_OVERSIGHT; 2026-07-30 → 2026-10-05)',
        restates: { kind: 'RESOLUTION', workingDays: 60 },
      },
    });
  });

  it.each(allBut(...MAY))('is not for %s', (who) => {
    expect(decideReclassification(aPublishedReport(), EVERYBODY[who], a())).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(REPORT_STATES.filter((state) => !mayBeginIn('RECLASSIFY', state)))('is not done in %s', (state) => {
    expect(decideReclassification(aPublishedReport({ state }), COORDINATOR, a())).toEqual({
      ok: false,
      refusal: { kind: 'ReportNotInState', state },
    });
  });

  it('is not done where no agency has a deadline', () => {
    expect(decideReclassification(aPublishedReport(), COORDINATOR, a({ resolution: null }))).toMatchObject({
      refusal: { kind: 'ReportNotInState' },
    });
  });

  it('moves a missed deadline later by the national desk alone', () => {
    for (const officer of [COORDINATOR, EVERYBODY['the admin of the holder']])
      expect(decideReclassification(aPublishedReport(), officer, a({}, LATE))).toEqual({
        ok: false,
        refusal: { kind: 'LaterNeedsNationalDesk' },
      });
    expect(decideReclassification(aPublishedReport(), NATIONAL, a({}, LATE)).ok).toBe(true);
    expect(decideReclassification(aPublishedReport(), COORDINATOR, a({}, LATE, '2026-07-17')).ok).toBe(true);
  });

  it('names another class, and a reason', () => {
    const same = a({ type: 'COMPLAINT_GENERAL' });
    expect(decideReclassification(aPublishedReport(), COORDINATOR, same)).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'type' },
    });
    expect(decideReclassification(aPublishedReport(), COORDINATOR, a({ reason: '' }))).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason' },
    });
  });
});
