import { Field, ID, InputType } from 'type-graphql';

@InputType({
  description: 'What is known so far of a report that someone is about to file; nothing of it is stored.',
})
export class ReportDraft {
  @Field(() => String, {
    nullable: true,
    description: 'Title, at most 150 characters; null while there is none.',
  })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Body, at most 8,000 characters; null while there is none.',
  })
  body?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Category or topic; null while none is chosen. An unknown one counts as none.',
  })
  categoryId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Kemendagri code of the place, from province (`32`) down to village (`32.73.06.1003`); null where it is not known. An unknown one counts as none.',
  })
  regionCode?: string | null;
}
