import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { OwnerNotProven } from '../account/fresh-proof.type.js';
import { SignInWayNotOffered, TooManyAttempts } from '../account/sign-up.result.js';
import { SignInSuccess } from '../session/session.result.js';
import { Passkey } from './passkey.type.js';

@ObjectType({
  implements: Problem,
  description:
    'The answer of the passkey does not hold, came later than five minutes or a second time, or the passkey is not known ' +
    'or blocked; which of these is not said. Begin again.',
})
class PasskeyNotAccepted extends Problem {}

@ObjectType({ implements: Problem, description: 'You have ten passkeys; remove one first.' })
class TooManyPasskeys extends Problem {}

@ObjectType({ implements: Problem, description: 'You have no such passkey.' })
class PasskeyNotFound extends Problem {}

@ObjectType({ description: 'Let the browser make a passkey.' })
class BeginPasskeyRegistrationSuccess {
  @Field(() => String, {
    description:
      'JSON text for `PublicKeyCredential.parseCreationOptionsFromJSON`; what comes of it is `publicKey` of ' +
      '`navigator.credentials.create`.',
  })
  options!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'Until when the answer is awaited (UTC): 5 minutes. It is taken once.',
  })
  expiresAt!: Date;
}

@ObjectType({ description: 'Let the browser ask for a passkey; nobody has to type an address.' })
class PasskeyChallenge {
  @Field(() => String, {
    description:
      'JSON text for `PublicKeyCredential.parseRequestOptionsFromJSON`; what comes of it is `publicKey` of ' +
      '`navigator.credentials.get`.',
  })
  options!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'Until when the answer is awaited (UTC): 5 minutes. It is taken once.',
  })
  expiresAt!: Date;
}

@ObjectType({ description: 'The passkey signs you in from now on.' })
class FinishPasskeyRegistrationSuccess {
  @Field(() => Passkey, { description: 'The new passkey.' })
  passkey!: Passkey;
}

@ObjectType({ description: 'It has its new name.' })
class RenamePasskeySuccess {
  @Field(() => ID, { description: 'Id of the passkey.' })
  id!: string;
}

@ObjectType({ description: 'It signs in no more. Sessions that it has begun go on until they end.' })
class RemovePasskeySuccess {
  @Field(() => ID, { description: 'Id that the passkey had.' })
  id!: string;
}

export const BeginPasskeyRegistrationResult = resultUnion(
  'BeginPasskeyRegistrationResult',
  'Outcome of beginning to add a passkey.',
  [
    BeginPasskeyRegistrationSuccess,
    OwnerNotProven,
    TooManyPasskeys,
    TooManyAttempts,
    SignInWayNotOffered,
    InvalidInput,
  ],
);

export const FinishPasskeyRegistrationResult = resultUnion(
  'FinishPasskeyRegistrationResult',
  'Outcome of adding a passkey.',
  [FinishPasskeyRegistrationSuccess, PasskeyNotAccepted, TooManyPasskeys, SignInWayNotOffered, InvalidInput],
);

export const RenamePasskeyResult = resultUnion('RenamePasskeyResult', 'Outcome of renaming a passkey.', [
  RenamePasskeySuccess,
  PasskeyNotFound,
  InvalidInput,
]);

export const RemovePasskeyResult = resultUnion('RemovePasskeyResult', 'Outcome of removing a passkey.', [
  RemovePasskeySuccess,
  PasskeyNotFound,
  OwnerNotProven,
  TooManyAttempts,
  InvalidInput,
]);

export const PasskeyChallengeResult = resultUnion(
  'PasskeyChallengeResult',
  'Something for a passkey to answer.',
  [PasskeyChallenge, SignInWayNotOffered],
);

export const SignInWithPasskeyResult = resultUnion(
  'SignInWithPasskeyResult',
  'Outcome of signing in with a passkey.',
  [SignInSuccess, PasskeyNotAccepted, SignInWayNotOffered],
);
