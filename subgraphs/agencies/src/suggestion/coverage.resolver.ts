import { readDraft, ReportDraft } from '@satu-pintu/subgraph-kit';
import type { DataSource } from 'typeorm';
import { Arg, Query, Resolver } from 'type-graphql';
import { presentAgency } from '../agency/agency.presenter.js';
import { AgencySuggestion } from './agency-suggestion.type.js';
import type { CoverageFacts } from './coverage-facts.js';
import { findActiveAgencies } from './find-active-agencies.query.js';
import { rankAgencies } from './suggestion.rules.js';

const MOST_SUGGESTIONS = 5;

@Resolver()
export class CoverageResolver {
  constructor(
    private readonly database: DataSource,
    private readonly facts: CoverageFacts,
  ) {}

  @Query(() => [AgencySuggestion], {
    description:
      'Agencies that a report may be for, by category, region and words, best first: at most 5 that exist today, the same for the same draft. Empty where nothing speaks for any.',
  })
  async suggestAgencies(
    @Arg('draft', () => ReportDraft, { description: 'What is known of the report.' }) draft: ReportDraft,
  ): Promise<AgencySuggestion[]> {
    const candidates = rankAgencies(readDraft(draft), this.facts);
    if (candidates.length === 0) return [];
    const active = await findActiveAgencies(
      this.database,
      candidates.map(({ code }) => code),
    );
    return candidates
      .flatMap(({ code, score, reasons }) => {
        const row = active.get(code);
        if (row === undefined) return [];
        return [Object.assign(new AgencySuggestion(), { agency: presentAgency(row), score, reasons })];
      })
      .slice(0, MOST_SUGGESTIONS);
  }
}
