import { Field, InputType } from 'type-graphql';

@InputType({ description: 'What is needed for an account.' })
export class SignUpInput {
  @Field(() => String, {
    description: 'Address to sign in with, at most 254 ASCII characters; case does not matter.',
  })
  email!: string;

  @Field(() => String, { description: '12 to 128 characters of any kind but control characters.' })
  password!: string;

  @Field(() => String, {
    description: 'How you want to be called, at most 100 characters; your real name is not demanded.',
  })
  displayName!: string;
}
