import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Agency } from '../agency/agency.type.js';

/** Why an agency is suggested; the words of `Reason` in the rule. */
export enum SuggestionReasonName {
  CATEGORY = 'CATEGORY',
  REGION = 'REGION',
  WORDS = 'WORDS',
}

registerEnumType(SuggestionReasonName, {
  name: 'SuggestionReason',
  description: 'Why an agency is suggested.',
  valuesConfig: {
    CATEGORY: { description: 'The chosen category, or the topic above it, is its matter.' },
    REGION: { description: 'It serves the place of the report.' },
    WORDS: { description: 'Title or body names its matter or itself.' },
  },
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

  @Field(() => [SuggestionReasonName], {
    description: 'What speaks for it; empty never, each at most once.',
  })
  reasons!: SuggestionReasonName[];
}
