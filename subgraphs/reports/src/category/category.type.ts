import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A topic of reports, on one of two levels. Topics come and go; history keeps them.',
})
export class Category {
  @Field(() => ID, { description: 'Number of the official list: `12`, and `12.007` below it.' })
  id!: string;

  @Field(() => String, { description: 'Indonesian name.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Topic above; null on the first level.' })
  parentId!: string | null;

  @Field(() => Boolean, { description: 'Whether a report can be given it: it has no topics below.' })
  isLeaf!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'First day of use; null where not known.' })
  validFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of use; null while in use or not known.',
  })
  validTo!: string | null;
}
