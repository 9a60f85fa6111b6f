import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { TooManyAttempts } from '../account/sign-up.result.js';
import type { SecondFactorStanding } from '../second-factor/second-factor.rules.js';
import { SecondFactorStandingEnum } from '../second-factor/second-factor.type.js';

/** What both ways to tokens answer. */
@ObjectType({ description: 'Tokens of a session.' })
abstract class SessionTokensType {
  @Field(() => String, {
    description:
      'Send it as `Authorization: Bearer …`. A signed JWT (EdDSA) that lives 10 minutes, 5 for staff; ' +
      'keys are at /.well-known/jwks.json.',
  })
  accessToken!: string;

  @Field(() => String, {
    description:
      'Good for one `refreshSession`, which gives the next. Keep it where no other program can read it.',
  })
  refreshToken!: string;

  @Field(() => GraphQLISODateTime, { description: 'When the access token stops to work (UTC).' })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, {
    description:
      'When the refresh token stops to work (UTC): after 30 days without use; for staff after 30 minutes without use ' +
      'and at most 12 hours after the sign-in.',
  })
  sessionExpiresAt!: Date;

  @Field(() => SecondFactorStandingEnum, {
    description: 'Whether the session has the second factor that your account needs.',
  })
  secondFactor!: SecondFactorStanding;
}

@ObjectType({ description: 'You are signed in.' })
export class SignInSuccess extends SessionTokensType {}

@ObjectType({
  implements: Problem,
  description: 'Address, number or password is wrong; which of them is not said.',
})
class InvalidCredentials extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'The password is right, and the account has an authenticator app: send its code with `completeSignIn`. Nobody is ' +
    'signed in yet.',
})
export class SecondFactorRequired extends Problem {
  @Field(() => String, { description: 'Names this sign-in; it is completed once.' })
  challenge!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when the code is awaited (UTC): 5 minutes.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The session goes on with new tokens; the old refresh token is spent.' })
class RefreshSessionSuccess extends SessionTokensType {}

@ObjectType({
  implements: Problem,
  description:
    'The token is unknown, expired, signed out or was used before; a second use ends the session for its successors ' +
    'too, since one of the two holders is a thief. Sign in again.',
})
class SessionEnded extends Problem {}

@ObjectType({
  description: 'The session is over, or was already; access tokens of it run out within 10 minutes.',
})
class SignOutSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isSignedOut!: boolean;
}

@ObjectType({ description: 'The session has ended; within a second nothing is answered in it any more.' })
class EndSessionSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isEnded!: boolean;
}

@ObjectType({ implements: Problem, description: 'None of your sessions has this id, or it has ended.' })
class SessionNotFound extends Problem {}

@ObjectType({ description: 'They have ended; within a second nothing is answered in them any more.' })
class EndAllSessionsSuccess {
  @Field(() => Int, { description: 'How many there were.' })
  ended!: number;
}

export const EndSessionResult = resultUnion('EndSessionResult', 'Outcome of ending one of your sessions.', [
  EndSessionSuccess,
  SessionNotFound,
]);

export const EndAllSessionsResult = resultUnion(
  'EndAllSessionsResult',
  'Outcome of ending all your sessions.',
  [EndAllSessionsSuccess],
);

export const SignInResult = resultUnion('SignInResult', 'Outcome of signing in.', [
  SignInSuccess,
  SecondFactorRequired,
  InvalidCredentials,
  TooManyAttempts,
  InvalidInput,
]);

export const RefreshSessionResult = resultUnion('RefreshSessionResult', 'Outcome of refreshing a session.', [
  RefreshSessionSuccess,
  SessionEnded,
]);

export const SignOutResult = resultUnion('SignOutResult', 'Outcome of signing out.', [SignOutSuccess]);
