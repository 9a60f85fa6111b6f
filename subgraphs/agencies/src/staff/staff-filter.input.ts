import { OfficerRoleEnum } from '@satu-pintu/subgraph-kit';
import type { OfficerRole } from '@satu-pintu/domain-kit';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Which of the staff to list; every field given must hold.' })
export class StaffFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that name or title contain, in any order, 1 to 100 characters: `kepala bidang`.',
  })
  query?: string | null;

  @Field(() => OfficerRoleEnum, { nullable: true, description: 'Only posts of this role.' })
  role?: OfficerRole | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Only posts that are held now; false also lists those that have ended.',
  })
  activeOnly?: boolean | null;
}
