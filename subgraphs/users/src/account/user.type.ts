import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Your own account. Nobody else can reach it, and nothing but `me` leads to it.' })
export class User {
  @Field(() => ID, { description: 'Random id of the account.' })
  id!: string;

  @Field(() => String, { description: 'How you want to be called.' })
  displayName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address you sign in with, in lower case; null when you have a number only.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mobile number you sign in with: `+6281234567890`; null without one.',
  })
  phone!: string | null;

  @Field(() => Boolean, {
    description: 'Whether you have shown that the number is yours; false without one.',
  })
  isPhoneVerified!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether you have shown that the address is yours. News by e-mail go to such addresses alone; everything else ' +
      'works without, but taking up a post. Where no e-mails are sent it stays false.',
  })
  isEmailVerified!: boolean;

  @Field(() => Boolean, {
    description: 'Whether this is an account of the demonstration, whose password everybody knows.',
  })
  isDemo!: boolean;
}
