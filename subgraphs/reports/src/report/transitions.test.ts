import { describe, expect, it } from '@jest/globals';
import { CLOCK_EFFECTS } from '../sla/clock-effects.js';
import { OPEN_STATES, REPORT_STATES, type ReportState } from './report-state.js';
import { type Act, ACTS, actOfEvent, mayBeginIn, stateAfter, TRANSITIONS } from './transitions.js';

const OPEN = OPEN_STATES;
const OVER = REPORT_STATES.filter((state) => !OPEN_STATES.includes(state));

/** States from which a report may come into one that it goes back from. */
const cameFrom = (state: ReportState): readonly ReportState[] =>
  REPORT_STATES.filter((from) => actsIn(from).some((act) => TRANSITIONS[act].to === state));

/** Where an act may lead to from a state. */
function leadsTo(act: Act, state: ReportState): readonly ReportState[] {
  const befores = TRANSITIONS[act].to === 'BEFORE' ? cameFrom(state) : [null];
  return befores.map((before) => stateAfter(act, state, before));
}

/** States that can be reached from submission on. */
function reachable(): ReadonlySet<ReportState> {
  const found = new Set<ReportState>(['SUBMITTED']);
  for (const state of found) {
    for (const act of actsIn(state)) for (const next of leadsTo(act, state)) found.add(next);
  }
  return found;
}

function actsIn(state: ReportState): readonly Act[] {
  return ACTS.filter((act) => mayBeginIn(act, state));
}

describe('the table of transitions', () => {
  it('reaches every state', () => {
    expect([...reachable()].sort()).toEqual([...REPORT_STATES].sort());
  });

  it.each(OPEN)('has a way out of %s', (state) => {
    expect(
      actsIn(state)
        .flatMap((act) => leadsTo(act, state))
        .some((next) => next !== state),
    ).toBe(true);
  });

  it('opens again only what was merged, and what the reporter may appeal against or reopen', () => {
    const reopening = OVER.flatMap((state) =>
      actsIn(state).filter((act) => leadsTo(act, state).some((next) => OPEN_STATES.includes(next))),
    );
    expect(reopening.sort()).toEqual(['APPEAL', 'REOPEN', 'UNMERGE']);
  });

  it('lets every open report come to its end', () => {
    const comesToAnEnd = new Set<ReportState>(OVER);
    for (let grown = 0; grown !== comesToAnEnd.size;) {
      grown = comesToAnEnd.size;
      for (const state of OPEN) {
        const next = actsIn(state).flatMap((act) => leadsTo(act, state));
        if (next.some((each) => comesToAnEnd.has(each))) comesToAnEnd.add(state);
      }
    }
    expect([...comesToAnEnd].sort()).toEqual([...REPORT_STATES].sort());
  });

  it('gives back the state before the reporter was asked, and says so when it is forgotten', () => {
    expect(stateAfter('COMPLETE', 'AWAITING_REPORTER', 'IN_PROGRESS')).toBe('IN_PROGRESS');
    expect(() => stateAfter('COMPLETE', 'AWAITING_REPORTER', null)).toThrow('has forgotten');
  });

  it('names each act and each event once', () => {
    for (const key of ['id', 'event'] as const) {
      const names = ACTS.map((act) => TRANSITIONS[act][key]);
      expect(new Set(names).size).toBe(ACTS.length);
    }
    for (const act of ACTS) expect(actOfEvent(TRANSITIONS[act].event)).toBe(act);
    expect(actOfEvent('agency.registered')).toBeNull();
  });

  it('says of every act what it does to the clocks', () => {
    expect(Object.keys(CLOCK_EFFECTS).sort()).toEqual([...ACTS].sort());
  });

  it('leaves no clock running on a report that is over', () => {
    const started = new Set(ACTS.flatMap((act) => [...CLOCK_EFFECTS[act].starts]));
    const ending = ACTS.filter((each) => OVER.some((state) => state === TRANSITIONS[each].to));
    for (const act of ending) {
      for (const kind of started) expect(CLOCK_EFFECTS[act].ends).toContain(kind);
    }
  });
});
