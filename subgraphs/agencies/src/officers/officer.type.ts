import type { OfficerRole } from '@satu-pintu/domain-kit';
import { connectionOf, OfficerRoleEnum } from '@satu-pintu/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A post that a person holds in an agency.' })
export class Officer {
  @Field(() => ID, { description: 'Stable id of the post.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the person; null unless the viewer is an officer.',
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Title of the post: `Kepala Bidang Jalan`; null where none is given or the viewer is no officer.',
  })
  title!: string | null;

  @Field(() => OfficerRoleEnum, { description: 'What the officer is appointed to do.' })
  role!: OfficerRole;

  @Field(() => Boolean, { description: 'False once the appointment has ended.' })
  isActive!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Address at work; null where unknown, and unless the viewer serves in the same house or is an admin above it.',
  })
  workEmail!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Telephone at work; null where unknown, and unless the viewer serves in the same house or is an admin above it.',
  })
  workPhone!: string | null;

  /** Agency of the post, for `agency`. */
  agencyId!: string;
}

export const OfficerConnection = connectionOf(Officer, 'Officer');
