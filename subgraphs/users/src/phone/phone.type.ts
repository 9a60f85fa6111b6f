import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OwnerNotProven, ProofInput } from '../account/fresh-proof.type.js';
import { SignInWayNotOffered, TooManyAttempts } from '../account/sign-up.result.js';
import { CodeNotFound } from '../email-verification/email-verification.type.js';

@InputType({ description: 'That it is you, and the number that is to be yours.' })
export class ChangePhoneInput {
  @Field(() => ProofInput, { description: 'That it is you who asks.' })
  proof!: ProofInput;

  @Field(() => String, {
    description: 'Mobile number of Indonesia, in any way of writing: `0812-3456-7890`.',
  })
  phone!: string;
}

@InputType({ description: 'The six digits that were sent to the number.' })
export class VerifyPhoneInput {
  @Field(() => String, {
    description: 'Work once, for 10 minutes, until others were sent; five wrong ones end them.',
  })
  code!: string;
}

@InputType({ description: 'That it is you.' })
export class RemovePhoneInput {
  @Field(() => ProofInput, { description: 'That it is you who asks.' })
  proof!: ProofInput;
}

@ObjectType({ description: 'Six digits are on their way to the number; bring them with `verifyPhone`.' })
class ChangePhoneSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isSent!: boolean;
}

@ObjectType({ description: 'The request was taken.' })
class RequestPhoneVerificationSuccess {
  @Field(() => Boolean, {
    description:
      'Whether a text message is on its way; false without a number, when it is verified, and where none are sent.',
  })
  isSent!: boolean;
}

@ObjectType({ description: 'The number is yours: you can sign in with it.' })
class VerifyPhoneSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isPhoneVerified!: boolean;
}

@ObjectType({ description: 'The account has no number.' })
class RemovePhoneSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isRemoved!: boolean;
}

@ObjectType({
  implements: Problem,
  description:
    'Another account is known by this number, which you have just shown to be yours: sign in to that one with it, or ask ' +
    'for a new password by it.',
})
class PhoneTaken extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The account has no e-mail address: without the number nobody could sign in.',
})
class LastContact extends Problem {}

export const ChangePhoneResult = resultUnion('ChangePhoneResult', 'Outcome of naming a number.', [
  ChangePhoneSuccess,
  OwnerNotProven,
  SignInWayNotOffered,
  TooManyAttempts,
  InvalidInput,
]);

export const RequestPhoneVerificationResult = resultUnion(
  'RequestPhoneVerificationResult',
  'Outcome of asking for other digits.',
  [RequestPhoneVerificationSuccess, TooManyAttempts],
);

export const VerifyPhoneResult = resultUnion('VerifyPhoneResult', 'Outcome of verifying a number.', [
  VerifyPhoneSuccess,
  CodeNotFound,
  PhoneTaken,
]);

export const RemovePhoneResult = resultUnion('RemovePhoneResult', 'Outcome of removing the number.', [
  RemovePhoneSuccess,
  OwnerNotProven,
  LastContact,
  TooManyAttempts,
  InvalidInput,
]);
