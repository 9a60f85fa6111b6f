import type { ReportState, ReportType } from '@satu-pintu/domain-kit';
import { schemaEnum, ReportStateEnum, ReportTypeEnum } from '@satu-pintu/subgraph-kit';
import { Directive, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type Light, LIGHTS } from './counts.rules.js';

const TrafficLightEnum = schemaEnum(
  'TrafficLight',
  'How an agency follows up, by its worst report (merah, kuning, hijau).',
  LIGHTS,
  {
    RED: 'At least one open report has no answer in time.',
    YELLOW: 'Reports are in progress, all within their time.',
    GREEN: 'All reports have been followed up; none is open.',
  },
);

/** The agency as analytics knows it: an id to hang numbers on. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A public body in the one tree of agencies (instansi).' })
export class Agency {
  @Field(() => ID, { description: 'UUID of the agency.' })
  id!: string;
}

@ObjectType({ description: 'How many reports are in one state.' })
export class StateCount {
  @Field(() => ReportStateEnum, { description: 'The state.' })
  state!: ReportState;

  @Field(() => Int, { nullable: true, description: 'Number of reports; null where it is suppressed.' })
  count!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the number is withheld because it, or one that it would reveal, is below 5.',
  })
  isSuppressed!: boolean;
}

@ObjectType({ description: 'How many reports are of one type.' })
export class TypeCount {
  @Field(() => ReportTypeEnum, {
    nullable: true,
    description: 'The type; null counts reports not classified yet.',
  })
  type!: ReportType | null;

  @Field(() => Int, { nullable: true, description: 'Number of reports; null where it is suppressed.' })
  count!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the number is withheld because it, or one that it would reveal, is below 5.',
  })
  isSuppressed!: boolean;
}

@ObjectType({
  description: `Numbers of reports held by an agency and all agencies below it.
Officers within reach (their agency is at or above this one), the national desk, the Ombudsman and KSP see exact live
numbers of all reports. Everyone else sees the published ones: renewed every 15 minutes, only of reports that are public
(dispatched at least once and not secret), with small numbers suppressed.`,
})
export class ReportCounts {
  @Field(() => Agency, { description: 'Whose numbers; the root of the tree for the whole country.' })
  agency!: Agency;

  @Field(() => GraphQLISODateTime, { description: 'Instant (UTC) for which the numbers hold.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'True for exact live numbers, false for the published ones.' })
  isLive!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'All reports ever received, merged and withdrawn ones included; null where it is suppressed.',
  })
  total!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Those not closed, archived, merged or withdrawn; null where it is suppressed.',
  })
  open!: number | null;

  @Field(() => [StateCount], {
    description: 'Every state once, in the order of its life; they add up to the total.',
  })
  byState!: StateCount[];

  @Field(() => [TypeCount], {
    description: 'Every type once, and the unclassified; they add up to the total.',
  })
  byType!: TypeCount[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Open reports whose first follow-up or resolution is past its due date and missing; null where it is suppressed.',
  })
  overdue!: number | null;

  @Field(() => TrafficLightEnum, {
    nullable: true,
    description: 'The traffic light; null where it is suppressed.',
  })
  light!: Light | null;
}

@InputType({ description: 'Which reports are counted.' })
export class CountFilter {
  @Field(() => ReportTypeEnum, {
    nullable: true,
    description: 'Only reports of this type. Of the published numbers, only the total is known by type.',
  })
  type?: ReportType | null;
}
