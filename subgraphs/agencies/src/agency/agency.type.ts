import type { AgencyKind, Tie } from '@satu-pintu/domain-kit';
import { connectionOf, DateScalar } from '@satu-pintu/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AsOf } from './agency-source.js';
import { AgencyKindEnum, TieEnum } from './agency.enums.js';

@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'A public body in the one tree of agencies (instansi): national desk, ministry, state agency, regional government, or a unit of one.',
})
export class Agency {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, {
    description:
      'What others call it: Kemendagri code for a region (`32.73`), its own code elsewhere (`KEMENKES`, `KEMENKES/01`), region and office for a regional office (`32.73/1.02`).',
  })
  code!: string;

  @Field(() => String, { description: 'Indonesian name: `Dinas Kesehatan Kota Bandung`.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Usual short name: `Dinkes`; null where none is known.',
  })
  abbreviation!: string | null;

  @Field(() => AgencyKindEnum, { description: 'What it is.' })
  kind!: AgencyKind;

  @Field(() => TieEnum, {
    description: 'How it hangs under its parent. SUPERVISORY for the national desk, which has none.',
  })
  tie!: Tie;

  @Field(() => String, {
    description: 'IANA time zone of its seat, in which its working days are counted: `Asia/Makassar`.',
  })
  timeZone!: string;

  @Field(() => Boolean, {
    description:
      'Whether it exists: reports go to active agencies only. Of an agency seen `at` a day, whether it existed then.',
  })
  isActive!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of its existence; null when before 2019 or not known.',
  })
  validFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of its existence, inclusive; null while it lasts.',
  })
  validTo!: string | null;

  @Field(() => Boolean, {
    description:
      'False where name or existence follows from a nationwide pattern that nobody has checked for this one.',
  })
  isVerified!: boolean;

  /** Agency above it, for `parent`. */
  parentId!: string | null;

  /** Agency that took over its duties, for `successor`. */
  successorId!: string | null;

  /** Region it serves, for `region`. */
  regionCode!: string | null;

  /** Its place in the tree, for `ancestors` and for what a viewer may see of its officers. */
  path!: string;

  /** Its place in its own house. */
  housePath!: string;

  /** The day on which it is looked at; what hangs above and below it is that of the same day. */
  asOf!: AsOf;
}

export const AgencyConnection = connectionOf(Agency, 'Agency');
