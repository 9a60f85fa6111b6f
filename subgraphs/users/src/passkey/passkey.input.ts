import { Field, ID, InputType } from 'type-graphql';
import { ProofInput } from '../account/fresh-proof.type.js';

@InputType({ description: 'What is needed to add a passkey.' })
export class BeginPasskeyRegistrationInput {
  @Field(() => ProofInput, { description: 'That it is you who adds one.' })
  proof!: ProofInput;
}

@InputType({ description: 'A passkey that your device has made.' })
export class FinishPasskeyRegistrationInput {
  @Field(() => String, {
    description:
      '`JSON.stringify(credential)` of what `navigator.credentials.create` gave, at most 20,000 characters.',
  })
  credential!: string;

  @Field(() => String, { description: 'What you want to call it, at most 60 characters.' })
  name!: string;
}

@InputType({ description: 'A new name for a passkey.' })
export class RenamePasskeyInput {
  @Field(() => ID, { description: 'Id of the passkey.' })
  id!: string;

  @Field(() => String, { description: 'What you want to call it, at most 60 characters.' })
  name!: string;
}

@InputType({ description: 'Which passkey goes.' })
export class RemovePasskeyInput {
  @Field(() => ID, { description: 'Id of the passkey.' })
  id!: string;

  @Field(() => ProofInput, { description: 'That it is you who removes it.' })
  proof!: ProofInput;
}

@InputType({ description: 'The answer of a passkey.' })
export class SignInWithPasskeyInput {
  @Field(() => String, {
    description:
      '`JSON.stringify(credential)` of what `navigator.credentials.get` gave, at most 20,000 characters.',
  })
  credential!: string;
}
