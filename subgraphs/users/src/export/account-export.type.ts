import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A copy of what is kept about you, to keep or to take elsewhere (UU 27/2022, articles 7 and 13).',
})
export class AccountExport {
  @Field(() => String, {
    description:
      'JSON text: `format`, `generatedAt`, `account` (id, email, phone, displayName, locale, createdAt), `sessions`, `passkeys`, `posts`, ' +
      '`reports` (reportId, trackingId, submittedAt), `notifications`, `accessReceipts` and `cutShort`, with instants ' +
      'in UTC. Of each list the newest 2,000. What stands in your reports is at `me.reports`.',
  })
  json!: string;

  @Field(() => String, { description: 'Name for the file: `satu-pintu-2026-03-02.json`.' })
  fileName!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was gathered (UTC).' })
  generatedAt!: Date;

  @Field(() => Boolean, {
    description:
      'False when a list held more than is here; `cutShort` in the text names it, and `me` has all of it.',
  })
  isComplete!: boolean;
}
