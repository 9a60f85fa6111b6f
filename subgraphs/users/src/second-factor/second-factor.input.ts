import { Field, InputType } from 'type-graphql';
import { ProofInput } from '../account/fresh-proof.type.js';

@InputType({
  description: 'A code of the authenticator app, or a recovery code in its place; one of the two.',
})
abstract class GivenCodeInput {
  @Field(() => String, {
    nullable: true,
    description: 'Six digits, as the authenticator app shows them now; each counts once.',
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'One of the ten recovery codes, with or without its hyphen; each works once.',
  })
  recoveryCode?: string | null;
}

@InputType({ description: 'What completes a sign-in: the challenge, and `code` or `recoveryCode`.' })
export class CompleteSignInInput extends GivenCodeInput {
  @Field(() => String, { description: 'As `signIn` gave it, within 5 minutes.' })
  challenge!: string;
}

@InputType({
  description:
    'What it takes to set up an authenticator app: a fresh proof, and for whoever has one already `code` or ' +
    '`recoveryCode`.',
})
export class BeginSecondFactorInput extends GivenCodeInput {
  @Field(() => ProofInput, { description: 'That it is you who asks.' })
  proof!: ProofInput;
}

@InputType({ description: 'The first code of the new authenticator app.' })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'Six digits, as the app shows them now.' })
  code!: string;
}

@InputType({ description: 'What it takes to do without: `code` or `recoveryCode`.' })
export class RemoveSecondFactorInput extends GivenCodeInput {}
