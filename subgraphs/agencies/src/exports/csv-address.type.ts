import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a CSV can be fetched, by you and for a minute.' })
export class CsvAddress {
  @Field(() => String, {
    description: 'Path at the server of this graph: fetch it by `GET` with the token of the same session.',
  })
  path!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be fetched, UTC.' })
  expiresAt!: Date;
}
