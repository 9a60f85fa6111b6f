import { describe, expect, it } from '@jest/globals';
import { CLOCK_EFFECTS } from '../sla/clock-effects.js';
import { OPEN_STATES, REPORT_STATES, type ReportState } from './report-state.js';
import { type Act, ACTS, actOfEvent, mayBeginIn, TRANSITIONS } from './transitions.js';

/** States that this release cannot reach yet; the office knows them. */
const NOT_YET_USED: readonly ReportState[] = ['AWAITING_REPORTER', 'MERGED', 'WITHDRAWN'];
const USED = REPORT_STATES.filter((state) => !NOT_YET_USED.includes(state));

/** States that can be reached from submission on. */
function reachable(): ReadonlySet<ReportState> {
  const found = new Set<ReportState>([TRANSITIONS.SUBMIT.to]);
  for (const state of found) {
    for (const act of actsIn(state)) found.add(TRANSITIONS[act].to);
  }
  return found;
}

function actsIn(state: ReportState): readonly Act[] {
  return ACTS.filter((act) => mayBeginIn(act, state));
}

describe('the table of transitions', () => {
  it('reaches every state that is used, and no other', () => {
    expect([...reachable()].sort()).toEqual([...USED].sort());
  });

  it.each(USED.filter((state) => OPEN_STATES.includes(state)))('has a way out of %s', (state) => {
    expect(actsIn(state).some((act) => TRANSITIONS[act].to !== state)).toBe(true);
  });

  it.each(USED.filter((state) => !OPEN_STATES.includes(state)))('ends with %s', (state) => {
    expect(actsIn(state)).toEqual([]);
  });

  it('lets every open report come to its end', () => {
    const comesToAnEnd = new Set<ReportState>(['CLOSED', 'ARCHIVED']);
    for (let grown = 0; grown !== comesToAnEnd.size;) {
      grown = comesToAnEnd.size;
      for (const state of USED) {
        if (actsIn(state).some((act) => comesToAnEnd.has(TRANSITIONS[act].to))) comesToAnEnd.add(state);
      }
    }
    expect([...comesToAnEnd].sort()).toEqual([...USED].sort());
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
    for (const act of ACTS.filter((each) => !OPEN_STATES.includes(TRANSITIONS[each].to))) {
      for (const kind of started) expect(CLOCK_EFFECTS[act].ends).toContain(kind);
    }
  });
});
