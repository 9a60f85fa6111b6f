import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One of your sign-ins that still works.' })
export class Session {
  @Field(() => ID, { description: 'Random id of the session.' })
  id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When you signed in (UTC).' })
  startedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When tokens were last handed out (UTC).' })
  refreshedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends unless it is refreshed before (UTC).' })
  expiresAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether two factors proved who signed in, or the second was set up in it.',
  })
  hasTwoFactors!: boolean;

  @Field(() => Boolean, { description: 'Whether this request came in it.' })
  isCurrent!: boolean;
}
