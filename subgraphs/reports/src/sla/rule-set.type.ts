import { DateScalar, ReportTypeEnum } from '@satu-pintu/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ClockKindEnum } from './clock.enums.js';
import type { ReportType } from '../report/report-state.js';
import type { ClockKind } from './rule-set.js';

@ObjectType({ description: 'How many days one clock allows.' })
export class ClockLimit {
  @Field(() => ClockKindEnum, { description: 'Which clock.' })
  kind!: ClockKind;

  @Field(() => ReportTypeEnum, { nullable: true, description: 'For reports of this class; null for all.' })
  type!: ReportType | null;

  @Field(() => Int, { description: 'Days: working days, except COMPLETION, which counts calendar days.' })
  days!: number;
}

@ObjectType({ description: 'What a regulation fixes as numbers, with the time it is in force.' })
export class RuleSet {
  @Field(() => ID, { description: 'Short name: `PERMENPANRB_62_2018`.' })
  code!: string;

  @Field(() => String, { description: 'The regulations, in Indonesian.' })
  legalBasis!: string;

  @Field(() => DateScalar, { description: 'First day in force.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in force; null while open.' })
  validTo!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the values were checked against the text of the regulation.',
  })
  isConfirmed!: boolean;

  @Field(() => Boolean, {
    description: 'Whether reports come under it. An unconfirmed set is never in force.',
  })
  isInForce!: boolean;

  @Field(() => [ClockLimit], { description: 'Its clocks.' })
  clocks!: ClockLimit[];
}
