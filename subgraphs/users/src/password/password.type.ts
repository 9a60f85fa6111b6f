import { InvalidInput, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OwnerNotProven, ProofInput } from '../account/fresh-proof.type.js';
import { TooManyAttempts } from '../account/sign-up.result.js';
import { CodeNotFound } from '../email-verification/email-verification.type.js';

@InputType({ description: 'Whose password was forgotten.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'Address of the account; case does not matter.' })
  email!: string;
}

@InputType({ description: 'The code that was sent, and what is to be the password.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'Works once, for 30 minutes, until another one was sent.' })
  code!: string;

  @Field(() => String, { description: '12 to 128 characters of any kind but control characters.' })
  newPassword!: string;
}

@InputType({ description: 'That it is you, and what is to be the password.' })
export class ChangePasswordInput {
  @Field(() => ProofInput, { description: 'That it is you who asks.' })
  proof!: ProofInput;

  @Field(() => String, { description: '12 to 128 characters of any kind but control characters.' })
  newPassword!: string;
}

@ObjectType({
  description: 'If the address has an account, a code is on its way. The answer is the same if it has none.',
})
class RequestPasswordResetSuccess {
  @Field(() => Boolean, {
    description: 'Whether e-mails are sent here at all; where they are not, nobody can be helped this way.',
  })
  areEmailsSent!: boolean;
}

@ObjectType({ description: 'The password is another one, and every session has ended: sign in.' })
class ResetPasswordSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isReset!: boolean;
}

@ObjectType({ description: 'The password is another one; your other sessions have ended.' })
class ChangePasswordSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  isChanged!: boolean;
}

export const RequestPasswordResetResult = resultUnion(
  'RequestPasswordResetResult',
  'Outcome of asking for a new password.',
  [RequestPasswordResetSuccess, TooManyAttempts, InvalidInput],
);

export const ResetPasswordResult = resultUnion('ResetPasswordResult', 'Outcome of choosing a new password.', [
  ResetPasswordSuccess,
  CodeNotFound,
  TooManyAttempts,
  InvalidInput,
]);

export const ChangePasswordResult = resultUnion(
  'ChangePasswordResult',
  'Outcome of changing your password.',
  [ChangePasswordSuccess, OwnerNotProven, TooManyAttempts, InvalidInput],
);
