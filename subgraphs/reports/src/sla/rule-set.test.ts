import { describe, expect, it } from '@jest/globals';
import { shippedRuleSet, shippedRuleSets } from '../../test/support/shipped-rule-sets.js';
import { CLOCK_KINDS, limitOf, type RuleSet, ruleSetInForce, workingDaysOf } from './rule-set.js';

const CURRENT = shippedRuleSet('PERMENPANRB_62_2018');

function aRuleSet(changes: Partial<RuleSet>): RuleSet {
  return { ...CURRENT, validFrom: '2020-01-01', validTo: null, ...changes };
}

describe('the rule set in force', () => {
  it('is the one of 2018: the values of its successor are not confirmed', () => {
    expect(ruleSetInForce(shippedRuleSets(), '2026-07-10')?.code).toBe('PERMENPANRB_62_2018');
    expect(shippedRuleSets().every((set) => set.confirmed || !set.inForce)).toBe(true);
  });

  it('changes on the day the next one takes effect, both days included', () => {
    const old = aRuleSet({ code: 'OLD', validTo: '2026-06-30' });
    const next = aRuleSet({ code: 'NEXT', validFrom: '2026-07-01' });
    expect(ruleSetInForce([old, next], '2026-06-30')?.code).toBe('OLD');
    expect(ruleSetInForce([old, next], '2026-07-01')?.code).toBe('NEXT');
    expect(ruleSetInForce([old, next], '2019-12-31')).toBeNull();
  });

  it('is the younger of two that overlap', () => {
    const sets = [aRuleSet({ code: 'YOUNGER', validFrom: '2025-01-01' }), aRuleSet({ code: 'OLDER' })];
    expect(ruleSetInForce(sets, '2026-01-01')?.code).toBe('YOUNGER');
    expect(ruleSetInForce(sets.toReversed(), '2026-01-01')?.code).toBe('YOUNGER');
  });

  it('is never one that is not in force', () => {
    expect(ruleSetInForce([aRuleSet({ inForce: false })], '2026-07-10')).toBeNull();
  });
});

describe('a rule set', () => {
  it('knows every clock that the schema names', () => {
    expect(CURRENT.clocks.map(({ kind }) => kind).sort()).toEqual([...CLOCK_KINDS].sort());
  });

  it('limits the solution by the class of the report, other clocks alike', () => {
    expect(workingDaysOf(CURRENT, 'RESOLUTION', 'COMPLAINT_OVERSIGHT')).toBe(60);
    expect(workingDaysOf(CURRENT, 'RESOLUTION', null)).toBeNull();
    expect(workingDaysOf(CURRENT, 'VERIFICATION', null)).toBe(3);
    expect(workingDaysOf(CURRENT, 'VERIFICATION', 'ASPIRATION')).toBe(3);
    expect(workingDaysOf(CURRENT, 'CITIZEN', 'ASPIRATION')).toBeNull();
  });

  it('gives its other limits by name, and says so when it has none of that name', () => {
    expect(limitOf(CURRENT, 'RETURN_WINDOW')).toBe(3);
    expect(limitOf(CURRENT, 'RETURNS_BEFORE_BINDING')).toBe(2);
    expect(() => limitOf(CURRENT, 'TEA_BREAKS')).toThrow('TEA_BREAKS');
  });
});
