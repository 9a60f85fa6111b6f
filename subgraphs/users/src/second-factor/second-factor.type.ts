import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SECOND_FACTOR_STANDINGS, type SecondFactorStanding } from './second-factor.rules.js';

const MEANINGS: Readonly<Record<SecondFactorStanding, string>> = {
  NOT_NEEDED: 'You hold no post, and have set none up.',
  GIVEN: 'Two factors proved who you are; the session can do all that you may.',
  MISSING:
    'You hold a post, and the session cannot use it: call `beginSecondFactor`, `confirmSecondFactor`, then ' +
    '`refreshSession`.',
  EXCEPTED: 'An account of the demonstration does without; this does not exist in production.',
};

export const SecondFactorStandingName = Object.fromEntries(
  SECOND_FACTOR_STANDINGS.map((standing) => [standing, standing]),
);
registerEnumType(SecondFactorStandingName, {
  name: 'SecondFactorStanding',
  description: 'Whether a session has the second factor that its account needs.',
  valuesConfig: Object.fromEntries(
    SECOND_FACTOR_STANDINGS.map((standing) => [standing, { description: MEANINGS[standing] }]),
  ),
});

@ObjectType({ description: 'An authenticator app that is asked for at every sign-in.' })
export class SecondFactor {
  @Field(() => GraphQLISODateTime, { description: 'Since when it counts (UTC).' })
  confirmedAt!: Date;

  @Field(() => Int, { description: 'Recovery codes that were not used yet, 0 to 10.' })
  recoveryCodesLeft!: number;
}
