import { Field, InputType } from 'type-graphql';

@InputType({ description: 'What is needed for an account.' })
export class SignUpInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Address to sign in with, at most 254 ASCII characters; case does not matter. Give this or a number.',
  })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Or a mobile number of Indonesia to sign in with, in any way of writing: `0812-3456-7890`. Six digits are sent to it. ' +
      'Three messages in an hour and ten in a day for a number.',
  })
  phone?: string | null;

  @Field(() => String, { description: '12 to 128 characters of any kind but control characters.' })
  password!: string;

  @Field(() => String, {
    description: 'How you want to be called, at most 100 characters; your real name is not demanded.',
  })
  displayName!: string;
}
