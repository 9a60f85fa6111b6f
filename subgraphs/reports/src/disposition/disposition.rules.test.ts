import { describe, expect, it } from '@jest/globals';
import { agencyAt, agencyId } from '../../test/support/small-tree.js';
import {
  allBut,
  aPost,
  aPublishedReport,
  aStanding,
  EVERYBODY,
  HOLDER,
  NOON,
  type Somebody,
} from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import {
  decideDispatch,
  decideReturn,
  type Dispatch,
  dispatchActOf,
  type Return,
} from './disposition.rules.js';

const COORDINATOR = EVERYBODY['the coordinator of the house'];
const NATIONAL = EVERYBODY['the national desk'];
const OFFICER = EVERYBODY['an officer of the holder'];

const HELD = aPublishedReport();
/** Back at the city, which had dispatched it. */
const RETURNED = aPublishedReport({ state: 'RETURNED', holderAgencyId: agencyId('32.73'), returnCount: 1 });
const TWICE_RETURNED = { ...RETURNED, returnCount: 2 };
const ADMIN_OF_CITY = aStanding([aPost('COORDINATOR_ADMIN', '32.73')], { holder: '32.73' });

function aDispatch(changes: Partial<Dispatch> = {}): Dispatch {
  return {
    agency: agencyAt('32.73/1.02'),
    returners: new Set(),
    returnsBeforeBinding: 2,
    note: null,
    ...changes,
  };
}

function aReturn(changes: Partial<Return> = {}): Return {
  return {
    reason: 'NOT_COMPETENT',
    explanation: 'Ruas ini jalan provinsi.',
    suggestedAgencyId: agencyId('32/1.03'),
    isSuggestionKnown: true,
    dispatcherId: agencyId('32.73'),
    windowEndsAt: NOON,
    ...changes,
  };
}

describe('dispatching', () => {
  const DISPATCHERS: readonly Somebody[] = [
    'the admin of the holder',
    'the coordinator of the house',
    'the national desk',
  ];

  it('sends a report down inside the house, with a note for the office', () => {
    expect(decideDispatch(HELD, COORDINATOR, aDispatch({ note: ' Mohon segera. ' }))).toEqual({
      ok: true,
      value: {
        act: 'SUB_DISPATCH',
        actor: {
          role: 'COORDINATOR_ADMIN',
          agencyId: agencyId('32.73'),
          officerId: COORDINATOR.manager?.officerId,
        },
        disposition: { toAgencyId: agencyId('32.73/1.02'), isBinding: false, note: 'Mohon segera.' },
      },
    });
  });

  it.each(allBut(...DISPATCHERS))('is not for %s', (who) => {
    expect(decideDispatch(HELD, EVERYBODY[who], aDispatch())).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });

  it('is for the admin of the holder inside the holder alone', () => {
    const admin = EVERYBODY['the admin of the holder'];
    expect(decideDispatch(HELD, admin, aDispatch())).toEqual({
      ok: false,
      refusal: { kind: 'AgencyOutOfReach' },
    });
  });

  it.each(REPORT_STATES.filter((state) => !['DISPATCHED', 'IN_PROGRESS', 'RETURNED'].includes(state)))(
    'is not done to a report that is %s',
    (state) => {
      const decision = decideDispatch({ ...HELD, state }, NATIONAL, aDispatch());
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );

  it.each([
    ['is not known', null],
    ['is closed', agencyAt('LAMA')],
  ])('does not send to an agency that %s', (_why, agency) => {
    expect(decideDispatch(HELD, NATIONAL, aDispatch({ agency }))).toEqual({
      ok: false,
      refusal: { kind: 'AgencyNotFound' },
    });
  });

  it('does not send a report to where it lies', () => {
    const here = aDispatch({ agency: agencyAt(HOLDER) });
    for (const standing of [COORDINATOR, NATIONAL]) {
      expect(decideDispatch(HELD, standing, here)).toEqual({
        ok: false,
        refusal: { kind: 'AgencyOutOfReach' },
      });
    }
  });

  it('leaves the house only by the national desk', () => {
    const ministry = aDispatch({ agency: agencyAt('KEMENKES') });
    expect(decideDispatch(HELD, COORDINATOR, ministry)).toEqual({
      ok: false,
      refusal: { kind: 'AgencyOutOfReach' },
    });
    expect(decideDispatch(HELD, NATIONAL, ministry)).toMatchObject({
      ok: true,
      value: { act: 'SUB_DISPATCH' },
    });
  });

  it('goes on after a return, also to the dispatcher itself, but not to who sent it back', () => {
    const returners = new Set([agencyId(HOLDER)]);
    const to = (code: string): Dispatch => aDispatch({ agency: agencyAt(code), returners });
    expect(decideDispatch(RETURNED, ADMIN_OF_CITY, to('32.73/1.02'))).toMatchObject({
      value: { act: 'REDISPATCH' },
    });
    expect(decideDispatch(RETURNED, ADMIN_OF_CITY, to('32.73'))).toMatchObject({
      value: { act: 'REDISPATCH' },
    });
    expect(decideDispatch(RETURNED, ADMIN_OF_CITY, to(HOLDER))).toEqual({
      ok: false,
      refusal: { kind: 'AgencyHasReturnedIt' },
    });
    expect(decideDispatch(RETURNED, NATIONAL, to('32.73/1.02'))).toMatchObject({
      value: { act: 'REDISPATCH' },
    });
  });

  it('binds whoever has returned it and gets it again, which the national desk alone decides', () => {
    const agency = agencyAt('32.73/1.02');
    const back = aDispatch({ agency, returners: new Set([agency.id]) });
    expect(decideDispatch(RETURNED, NATIONAL, back)).toMatchObject({
      value: { act: 'BIND', disposition: { isBinding: true } },
    });
    expect(decideDispatch(HELD, NATIONAL, back)).toMatchObject({
      value: { act: 'SUB_DISPATCH', disposition: { isBinding: true } },
    });
    for (const report of [RETURNED, HELD])
      expect(decideDispatch(report, ADMIN_OF_CITY, back)).toMatchObject({
        refusal: { kind: 'AgencyHasReturnedIt' },
      });
  });

  it('is decided by the national desk after too many returns, and then binds', () => {
    expect(decideDispatch(TWICE_RETURNED, ADMIN_OF_CITY, aDispatch())).toEqual({
      ok: false,
      refusal: { kind: 'NeedsNationalDesk' },
    });
    const back = aDispatch({ agency: agencyAt(HOLDER), returners: new Set([agencyId(HOLDER)]) });
    expect(decideDispatch(TWICE_RETURNED, NATIONAL, back)).toMatchObject({
      value: {
        act: 'BIND',
        actor: { role: 'NATIONAL_ADMIN' },
        disposition: { toAgencyId: agencyId(HOLDER), isBinding: true },
      },
    });
  });

  it('stays binding on the way down', () => {
    const bound = { ...HELD, isBinding: true };
    expect(decideDispatch(bound, COORDINATOR, aDispatch())).toMatchObject({
      value: { act: 'SUB_DISPATCH', disposition: { isBinding: true } },
    });
  });

  it.each([
    ['EMPTY', ''],
    ['TOO_LONG', 'a'.repeat(2_001)],
    ['UNREADABLE', '\u0007'],
  ])('takes no note that is %s', (reason, note) => {
    const decision = decideDispatch(HELD, COORDINATOR, aDispatch({ note }));
    expect(decision).toEqual({ ok: false, refusal: { kind: 'InvalidInput', field: 'note', reason } });
  });

  it('names the act by the state and the number of returns', () => {
    expect(dispatchActOf(HELD, 2)).toBe('SUB_DISPATCH');
    expect(dispatchActOf(RETURNED, 2)).toBe('REDISPATCH');
    expect(dispatchActOf(TWICE_RETURNED, 2)).toBe('BIND');
  });
});

describe('returning', () => {
  const HOLDERS: readonly Somebody[] = [
    'an officer of the holder',
    'an intake officer of the holder',
    'the admin of the holder',
  ];

  it('sends a report back to its dispatcher, with a reason and a suggestion', () => {
    expect(decideReturn(HELD, OFFICER, aReturn(), NOON)).toEqual({
      ok: true,
      value: {
        act: 'RETURN',
        actor: {
          role: 'LIAISON_OFFICER',
          agencyId: agencyId(HOLDER),
          officerId: OFFICER.atHolder?.officerId,
        },
        reason: 'NOT_COMPETENT',
        fields: { returnCount: 1 },
        disposition: {
          toAgencyId: agencyId('32.73'),
          reason: 'NOT_COMPETENT',
          note: 'Ruas ini jalan provinsi.',
          suggestedAgencyId: agencyId('32/1.03'),
        },
      },
    });
  });

  it.each(HOLDERS)('is for %s', (who) => {
    expect(decideReturn(HELD, EVERYBODY[who], aReturn(), NOON)).toMatchObject({ ok: true });
  });

  it.each(allBut(...HOLDERS))('is not for %s', (who) => {
    const decision = decideReturn(HELD, EVERYBODY[who], aReturn(), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'NotAllowed' } });
  });

  it.each(REPORT_STATES.filter((state) => !['DISPATCHED', 'IN_PROGRESS'].includes(state)))(
    'is not done to a report that is %s',
    (state) => {
      const decision = decideReturn({ ...HELD, state }, OFFICER, aReturn(), NOON);
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );

  it('is no way out of a binding disposition', () => {
    const decision = decideReturn({ ...HELD, isBinding: true }, OFFICER, aReturn(), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'DispositionIsBinding' } });
  });

  it('is over once the agency has begun to act', () => {
    const decision = decideReturn({ ...HELD, firstFollowUpAt: NOON }, OFFICER, aReturn(), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'AlreadyFollowedUp' } });
  });

  it('is possible until the last instant of the window, and not after', () => {
    const late = new Date(NOON.getTime() + 1);
    expect(decideReturn(HELD, OFFICER, aReturn(), NOON)).toMatchObject({ ok: true });
    expect(decideReturn(HELD, OFFICER, aReturn(), late)).toEqual({
      ok: false,
      refusal: { kind: 'ReturnWindowOver' },
    });
  });

  it('may say honestly that nobody knows who is competent, but names no agency that does not exist', () => {
    const honest = aReturn({ suggestedAgencyId: null });
    expect(decideReturn(HELD, OFFICER, honest, NOON)).toMatchObject({
      ok: true,
      value: { disposition: { suggestedAgencyId: null } },
    });
    expect(decideReturn(HELD, OFFICER, aReturn({ isSuggestionKnown: false }), NOON)).toEqual({
      ok: false,
      refusal: { kind: 'AgencyNotFound' },
    });
  });

  it('does not name the agency that returns it as the one that should have it', () => {
    const absurd = aReturn({ suggestedAgencyId: agencyId(HOLDER) });
    expect(decideReturn(HELD, OFFICER, absurd, NOON)).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field: 'suggestedAgencyId', reason: 'OWN_AGENCY' },
    });
  });

  it.each([
    ['EMPTY', ''],
    ['TOO_SHORT', 'Bukan.'],
    ['TOO_LONG', 'a'.repeat(2_001)],
    ['UNREADABLE', 'Ruas ini \uD800 provinsi'],
  ])('is never done without telling why (%s)', (reason, explanation) => {
    const decision = decideReturn(HELD, OFFICER, aReturn({ explanation }), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'InvalidInput', field: 'explanation', reason } });
  });
});
