import { describe, expect, it } from '@jest/globals';
import { OPEN_STATES, REPORT_STATES } from '../report/report-state.js';
import { decideSuccession } from './succession.rules.js';

const heir = { agencyId: 'dinas-baru', reason: 'HOLDER_ENDED' };

describe('A report whose holder has ended', () => {
  it.each(OPEN_STATES)('goes to the successor as it is: %s', (state) => {
    expect(decideSuccession({ state, isBinding: true }, heir)).toMatchObject({
      ok: true,
      value: { act: 'TAKE_OVER', disposition: { toAgencyId: 'dinas-baru', isBinding: true } },
    });
  });

  it.each(REPORT_STATES.filter((state) => !(OPEN_STATES as readonly string[]).includes(state)))(
    'stays with its last holder when it has ended itself: %s',
    (state) => {
      expect(decideSuccession({ state, isBinding: false }, heir)).toEqual({
        ok: false,
        refusal: { kind: 'ReportNotInState', state },
      });
    },
  );

  it('stays where it is when the holder goes on after all', () => {
    expect(decideSuccession({ state: 'IN_PROGRESS', isBinding: false }, null)).toMatchObject({
      refusal: { kind: 'HolderGoesOn' },
    });
  });
});
