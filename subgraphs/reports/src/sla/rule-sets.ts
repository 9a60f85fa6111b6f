import type { DataSource } from 'typeorm';
import { type RuleSet, ruleSetInForce } from './rule-set.js';

/** The rule sets of this installation, read once: they change with a release, not while it runs. */
export class RuleSets {
  private readonly byCode: ReadonlyMap<string, RuleSet>;

  constructor(readonly all: readonly RuleSet[]) {
    this.byCode = new Map(all.map((set) => [set.code, set]));
  }

  get(code: string): RuleSet {
    const set = this.byCode.get(code);
    if (!set) throw new Error(`Rule set ${code} is not loaded.`);
    return set;
  }

  /** The set that a report submitted on this day comes under. */
  inForceOn(day: string): RuleSet {
    const set = ruleSetInForce(this.all, day);
    if (!set) throw new Error(`No rule set is in force on ${day}.`);
    return set;
  }
}

export async function loadRuleSets(database: DataSource): Promise<RuleSets> {
  const rows = await database.query<{ content: RuleSet }[]>(
    'select content from rule_set order by valid_from',
  );
  return new RuleSets(rows.map((row) => row.content));
}
