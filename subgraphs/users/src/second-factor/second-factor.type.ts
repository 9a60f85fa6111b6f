import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { SECOND_FACTOR_STANDINGS, type SecondFactorStanding } from './second-factor.rules.js';

const MEANINGS: Readonly<Record<SecondFactorStanding, string>> = {
  NOT_NEEDED: 'You hold no post, and have set none up.',
  GIVEN: 'Two factors proved who you are; the session can do all that you may.',
  MISSING:
    'You hold a post, and the session cannot use it: call `beginSecondFactor`, `confirmSecondFactor`, then ' +
    '`refreshSession`.',
  EXCEPTED: 'An account of the demonstration does without; this does not exist in production.',
};

export const SecondFactorStandingEnum = schemaEnum(
  'SecondFactorStanding',
  'Whether a session has the second factor that its account needs.',
  SECOND_FACTOR_STANDINGS,
  MEANINGS,
);

@ObjectType({ description: 'An authenticator app that is asked for at every sign-in.' })
export class SecondFactor {
  @Field(() => GraphQLISODateTime, { description: 'Since when it counts (UTC).' })
  confirmedAt!: Date;

  @Field(() => Int, { description: 'Recovery codes that were not used yet, 0 to 10.' })
  recoveryCodesLeft!: number;
}
