import { InvalidInput, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OwnerNotProven, ProofInput } from '../account/fresh-proof.type.js';
import { TooManyAttempts } from '../account/sign-up.result.js';
import { CodeNotFound } from '../email-verification/email-verification.type.js';

@InputType({ description: 'Whose password was forgotten.' })
export class RequestPasswordResetInput {
  @Field(() => String, {
    nullable: true,
    description: 'Address of the account; case does not matter. Give this or the number.',
  })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Or its mobile number, in any way of writing.',
  })
  phone?: string | null;
}

@InputType({ description: 'The code that was sent, and what is to be the password.' })
export class ResetPasswordInput {
  @Field(() => String, {
    nullable: true,
    description: 'Number to which six digits were sent; null for a code that came by e-mail.',
  })
  phone?: string | null;

  @Field(() => String, {
    description:
      'Works once, until another one was sent: 30 minutes by e-mail, 10 minutes to a number, where five wrong tries end it.',
  })
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
  description:
    'If the address or number has an account, a code is on its way. The answer is the same if it has none.',
})
class RequestPasswordResetSuccess {
  @Field(() => Boolean, {
    description: 'Whether e-mails are sent here at all; where they are not, nobody can be helped this way.',
  })
  areEmailsSent!: boolean;

  @Field(() => Boolean, { description: 'The same for text messages.' })
  areTextMessagesSent!: boolean;
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
