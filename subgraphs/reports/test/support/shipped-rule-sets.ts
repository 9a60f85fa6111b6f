import { readFileSync } from 'node:fs';
import { dataFile } from '../../src/persistence/data-file.js';
import type { RuleSet } from '../../src/sla/rule-set.js';

/** The rule sets as the product ships them. */
export function shippedRuleSets(): readonly RuleSet[] {
  const { ruleSets } = JSON.parse(readFileSync(dataFile('rule-sets.json'), 'utf8')) as {
    ruleSets: RuleSet[];
  };
  return ruleSets;
}

/** One of them. */
export function shippedRuleSet(code: string): RuleSet {
  const set = shippedRuleSets().find((each) => each.code === code);
  if (!set) throw new Error(`Rule set ${code} is not shipped.`);
  return set;
}
