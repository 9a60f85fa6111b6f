import { Problem } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';

@InputType({ description: 'Proof that it is you, and not somebody who found your device unlocked.' })
export class ProofInput {
  @Field(() => String, {
    nullable: true,
    description: 'Password of the account. Five tries in 15 minutes.',
  })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Or what a passkey of the account answers to `passkeyChallenge`: `JSON.stringify(credential)`. Not looked at when ' +
      'there is a password.',
  })
  passkey?: string | null;
}

@ObjectType({
  implements: Problem,
  description: 'What was shown does not prove that it is you; nothing was done.',
})
export class OwnerNotProven extends Problem {}
