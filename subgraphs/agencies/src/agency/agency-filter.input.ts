import type { AgencyKind } from '@satu-pintu/domain-kit';
import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { AgencyKindEnum } from './agency.enums.js';

@InputType({ description: 'Which agencies to list; every field given must hold.' })
export class AgencyFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that name, short name or code contain, in any order, 1 to 100 characters: `dinkes bandung`.',
  })
  query?: string | null;

  @Field(() => AgencyKindEnum, { nullable: true, description: 'Only of this kind.' })
  kind?: AgencyKind | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only those that serve exactly this region (Kemendagri code).',
  })
  regionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those directly below this agency.' })
  parentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'Only those that exist today, or `at` the day; false also lists those that ended or have not begun.',
  })
  activeOnly?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The tree as it was on this day: names, codes and places of that time. Today when left out.',
  })
  at?: string | null;
}
