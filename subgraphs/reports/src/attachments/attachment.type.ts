import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a file is fetched by `GET`, with the same access token as this answer.' })
export class FileAddress {
  @Field(() => String, {
    description: 'Path at the server of this graph. It works for the session that asked, and for no other.',
  })
  path!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when it works: one minute, UTC. Then ask again.' })
  expiresAt!: Date;
}

@ObjectType({
  description:
    'A photograph or document, made anew from what it shows: it tells neither its place, day and author nor its name.',
})
export class Attachment {
  @Field(() => ID, { description: 'Random.' })
  id!: string;

  @Field(() => String, {
    description:
      '`image/jpeg`, `image/png`, `image/webp` or `application/pdf`, as recognised by its content.',
  })
  mediaType!: string;

  @Field(() => Int, { description: 'Its length.' })
  bytes!: number;

  @Field(() => Int, { nullable: true, description: 'In pixels, of an image; null for a document.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'In pixels, of an image; null for a document.' })
  height!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the public sees it as well: never before verification, nor of a secret report; on a draft, once it is approved.',
  })
  isPublic!: boolean;

  @Field(() => GraphQLISODateTime, {
    description: 'When it was attached, UTC; only the day for what an anonymous reporter attached.',
  })
  createdAt!: Date;

  @Field(() => FileAddress, { description: 'Where to fetch it.' })
  address!: FileAddress;
}
