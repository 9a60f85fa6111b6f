import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, Float, ObjectType } from 'type-graphql';
import { Agency } from '../agency/agency.type.js';
import { type Reason, REASONS } from './suggestion.rules.js';

const SuggestionReasonEnum = schemaEnum('SuggestionReason', 'Why an agency is suggested.', REASONS, {
  CATEGORY: 'The chosen category, or the topic above it, is its matter.',
  REGION: 'It serves the place of the report.',
  WORDS: 'Title or body names its matter or itself.',
});

@ObjectType({ description: 'An agency that a report may be for. Help for whoever decides; it binds no one.' })
export class AgencySuggestion {
  @Field(() => Agency, { description: 'The agency; always one that exists today.' })
  agency!: Agency;

  @Field(() => Float, {
    description:
      'How much speaks for it, above 0 and at most 1, to three decimals: for comparing the suggestions of one draft, no probability.',
  })
  score!: number;

  @Field(() => [SuggestionReasonEnum], {
    description: 'What speaks for it; empty never, each at most once.',
  })
  reasons!: readonly Reason[];
}
