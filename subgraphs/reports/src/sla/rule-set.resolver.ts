import { Query, Resolver } from 'type-graphql';
import { REPORT_TYPES } from '../report/report-state.js';
import type { RuleSet as RuleSetData } from './rule-set.js';
import { type ClockLimit, RuleSet } from './rule-set.type.js';
import type { RuleSets } from './rule-sets.js';

@Resolver()
export class RuleSetResolver {
  constructor(private readonly sets: RuleSets) {}

  @Query(() => [RuleSet], {
    description: 'All rule sets, oldest first; a report keeps the one in force when it came in.',
  })
  ruleSets(): RuleSet[] {
    return this.sets.all.map((set) => ({
      code: set.code,
      legalBasis: set.legalBasis,
      validFrom: set.validFrom,
      validTo: set.validTo,
      isConfirmed: set.confirmed,
      isInForce: set.inForce,
      clocks: set.clocks.flatMap(presentLimits),
    }));
  }
}

function presentLimits({ kind, limit, limitByType }: RuleSetData['clocks'][number]): ClockLimit[] {
  if (limitByType) return REPORT_TYPES.map((type) => ({ kind, type, days: limitByType[type] }));
  return limit === null || limit === undefined ? [] : [{ kind, type: null, days: limit }];
}
