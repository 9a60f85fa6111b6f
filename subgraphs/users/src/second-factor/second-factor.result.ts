import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { OwnerNotProven } from '../account/fresh-proof.type.js';
import { TooManyAttempts } from '../account/sign-up.result.js';
import { SignInSuccess } from '../session/session.result.js';

@ObjectType({
  implements: Problem,
  description:
    'The code is wrong, of another time, or was used before. Five wrong ones in 15 minutes, and none is looked at.',
})
class InvalidCode extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The challenge is unknown, was answered, or is older than 5 minutes: sign in again.',
})
class ChallengeEnded extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'No authenticator app is being set up, or it took more than 15 minutes: begin again.',
})
class EnrolmentEnded extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'You hold a post, and nobody works in one without a second factor.',
})
class SecondFactorNeeded extends Problem {}

@ObjectType({ description: 'Put the secret into an authenticator app, then send its first code.' })
class BeginSecondFactorSuccess {
  @Field(() => String, { description: 'Base32, to type in by hand. It is shown this once.' })
  secret!: string;

  @Field(() => String, { description: 'The same as `otpauth://totp/…`, to show as a QR code.' })
  uri!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when the first code is awaited (UTC): 15 minutes.' })
  expiresAt!: Date;
}

@ObjectType({
  description:
    'From now on every sign-in asks for the app. This session has two factors; refresh it to work in your post. Your ' +
    'other sessions have ended.',
})
class ConfirmSecondFactorSuccess {
  @Field(() => [String], {
    description:
      'Ten codes that stand in for the app, each once. They are shown this once: print them and lock them away.',
  })
  recoveryCodes!: readonly string[];
}

@ObjectType({ description: 'The password alone signs you in from now on.' })
class RemoveSecondFactorSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isRemoved!: boolean;
}

export const CompleteSignInResult = resultUnion('CompleteSignInResult', 'Outcome of completing a sign-in.', [
  SignInSuccess,
  ChallengeEnded,
  InvalidCode,
  TooManyAttempts,
  InvalidInput,
]);

export const BeginSecondFactorResult = resultUnion(
  'BeginSecondFactorResult',
  'Outcome of beginning to set up an authenticator app.',
  [BeginSecondFactorSuccess, OwnerNotProven, InvalidCode, TooManyAttempts, InvalidInput],
);

export const ConfirmSecondFactorResult = resultUnion(
  'ConfirmSecondFactorResult',
  'Outcome of showing the first code of an authenticator app.',
  [ConfirmSecondFactorSuccess, EnrolmentEnded, InvalidCode],
);

export const RemoveSecondFactorResult = resultUnion(
  'RemoveSecondFactorResult',
  'Outcome of doing without a second factor.',
  [RemoveSecondFactorSuccess, SecondFactorNeeded, InvalidCode, TooManyAttempts, InvalidInput],
);
