import { describe, expect, it } from '@jest/globals';
import { allBut, aPost, aPublishedReport, aStanding, EVERYBODY } from '../../test/support/builders.js';
import { agencyId } from '../../test/support/small-tree.js';
import { OPEN_STATES, REPORT_STATES } from '../report/report-state.js';
import { decidePassingUp, decideTakingOver, isAtTheTop } from './upward.rules.js';

const RETURNED = aPublishedReport({ state: 'RETURNED' });
const MANAGERS = ['the admin of the holder', 'the coordinator of the house'] as const;
const TAKERS = ['the coordinator of the house', 'the national desk'] as const;
const UP = { explanation: 'Jalan ini milik provinsi.', aboveId: agencyId('32') };
const REASON = 'Unit ini sudah dibubarkan.';

describe('passing a return up', () => {
  it.each(MANAGERS)('is for %s, and leaves the report returned', (who) => {
    expect(decidePassingUp(RETURNED, EVERYBODY[who], UP)).toMatchObject({
      ok: true,
      value: { act: 'PASS_UP', disposition: { toAgencyId: agencyId('32'), note: UP.explanation } },
    });
  });

  it.each(allBut(...MANAGERS))('is not for %s', (who) => {
    expect(decidePassingUp(RETURNED, EVERYBODY[who], UP)).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'RETURNED'))('is not done in %s', (state) => {
    const report = aPublishedReport({ state });
    expect(decidePassingUp(report, EVERYBODY['the coordinator of the house'], UP)).toEqual({
      ok: false,
      refusal: { kind: 'ReportNotInState', state },
    });
  });

  it('ends at the national desk', () => {
    const desk = aStanding([aPost('NATIONAL_ADMIN', 'NASIONAL')], { holder: 'NASIONAL' });
    const report = { ...RETURNED, holderAgencyId: agencyId('NASIONAL') };
    expect(isAtTheTop(report, desk)).toBe(true);
    expect(isAtTheTop(RETURNED, EVERYBODY['the admin of the holder'])).toBe(false);
    expect(decidePassingUp(report, desk, { ...UP, aboveId: null })).toEqual({
      ok: false,
      refusal: { kind: 'NobodyAbove' },
    });
  });

  it('is never done without telling why', () => {
    const silent = { ...UP, explanation: 'Bukan.' };
    expect(decidePassingUp(RETURNED, EVERYBODY['the admin of the holder'], silent)).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'explanation' },
    });
  });
});

describe('taking over', () => {
  it.each([
    [TAKERS[0], '32.73'],
    [TAKERS[1], 'NASIONAL'],
  ] as const)('is for %s, who then holds the report', (who, code) => {
    expect(decideTakingOver(aPublishedReport(), EVERYBODY[who], REASON)).toMatchObject({
      ok: true,
      value: { act: 'TAKE_OVER', reason: REASON, disposition: { toAgencyId: agencyId(code) } },
    });
  });

  it.each(allBut(...TAKERS))('is not for %s', (who) => {
    expect(decideTakingOver(aPublishedReport(), EVERYBODY[who], REASON)).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });

  it('takes nothing from oneself', () => {
    const desk = aStanding([aPost('NATIONAL_ADMIN', 'NASIONAL')], { holder: 'NASIONAL' });
    const report = aPublishedReport({ holderAgencyId: agencyId('NASIONAL') });
    expect(decideTakingOver(report, desk, REASON)).toMatchObject({ refusal: { kind: 'NotAllowed' } });
  });

  it.each(REPORT_STATES)('is done to an open report and to no other (%s)', (state) => {
    const decision = decideTakingOver(aPublishedReport({ state }), EVERYBODY['the national desk'], REASON);
    expect(decision.ok).toBe(OPEN_STATES.includes(state));
  });

  it('keeps a binding disposition binding, and asks for a reason', () => {
    const bound = aPublishedReport({ isBinding: true });
    expect(decideTakingOver(bound, EVERYBODY['the national desk'], REASON)).toMatchObject({
      value: { disposition: { isBinding: true } },
    });
    expect(decideTakingOver(bound, EVERYBODY['the national desk'], '')).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason' },
    });
  });
});
