import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A passkey that signs you in; its secret stays on your device.' })
export class Passkey {
  @Field(() => ID, { description: 'Random id of the passkey here.' })
  id!: string;

  @Field(() => String, { description: 'What you call it.' })
  name!: string;

  @Field(() => GraphQLISODateTime, { description: 'When you added it (UTC).' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last accepted (UTC); null before.',
  })
  lastUsedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether its provider keeps it on several of your devices.' })
  isBackedUp!: boolean;

  @Field(() => Boolean, {
    description:
      'True once its counter went back, as that of a copy does: it signs in no more. Remove it and add another.',
  })
  isBlocked!: boolean;
}
