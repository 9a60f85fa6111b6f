import { limitOf, type RuleSet } from '../sla/rule-set.js';
import type { OversightTerms } from './prerequisites.rules.js';

/** What the prerequisites are measured by on a calendar day in Jakarta. */
export function oversightTermsOn(today: string, ruleSet: RuleSet): OversightTerms {
  return { today, eventYears: limitOf(ruleSet, 'OVERSIGHT_EVENT_YEARS') };
}
