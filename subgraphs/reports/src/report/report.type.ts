import { DateScalar, ReportStateEnum, ReportTypeEnum } from '@satu-pintu/subgraph-kit';
import { Directive, Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Standing } from '../hierarchy/standing.js';
import type { Sight } from '../privacy/sight.rules.js';
import type { ReportEntity } from './report.entity.js';
import { ChannelEnum, RequestedTypeEnum } from './report.enums.js';
import type { Channel, ReportState, ReportType, RequestedType } from './report-state.js';

@ObjectType({
  description:
    'Where it happened, in the words of the reporter; the public reads them without contact details.',
})
export class Place {
  @Field(() => String, { description: 'Street, landmark, village.' })
  description!: string;
}

@ObjectType({ description: "The reporter's judgement of the handling." })
export class Rating {
  @Field(() => Int, { description: 'From 1 (bad) to 5 (good).' })
  stars!: number;
}

/** A report as one viewer sees it. `row`, `sight` and `standing` are for the field resolvers, not for the schema. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Anything that a citizen has brought to the door (laporan), and where it stands.',
})
export class Report {
  readonly row!: ReportEntity;
  readonly sight!: Sight;
  readonly standing!: Standing;

  @Field(() => ID, { description: 'Random; mutations take it.' })
  id!: string;

  @Field(() => ID, { description: 'Public number of ten digits, the last a check digit. It proves nothing.' })
  trackingId!: string;

  @Field(() => ReportTypeEnum, { nullable: true, description: 'Null until verification.' })
  type!: ReportType | null;

  @Field(() => RequestedTypeEnum, { description: 'As the reporter chose.' })
  requestedType!: RequestedType;

  @Field(() => ReportStateEnum, { description: 'Where it stands.' })
  state!: ReportState;

  @Field(() => String, {
    nullable: true,
    description: 'The public sees the redacted one; null for who may not read.',
  })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The public sees the redacted one; null for who may not read.',
  })
  body!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the incident; null when not given or not to be read.',
  })
  incidentDate!: string | null;

  @Field(() => Place, {
    nullable: true,
    description: 'Place of the incident; null when not given or not to be read.',
  })
  place!: Place | null;

  @Field(() => ChannelEnum, { description: 'Way by which it came in.' })
  channel!: Channel;

  @Field(() => Boolean, {
    description: 'The reported agency and the public must not learn who reported (anonim).',
  })
  isAnonymous!: boolean;

  @Field(() => Boolean, { description: 'The public must not learn what is reported (rahasia).' })
  isSecret!: boolean;

  @Field(() => GraphQLISODateTime, {
    description:
      'UTC. For an anonymous report others than its reporter see only the day (its midnight in Jakarta).',
  })
  submittedAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'UTC; null while nothing of it is public.',
  })
  publishedAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'UTC; null while it is open. Others see only the day on which an anonymous reporter closed it. Of a MERGED report the day on which its case was closed.',
  })
  closedAt!: Date | null;

  @Field(() => Rating, { nullable: true, description: 'Null unless the reporter gave one when confirming.' })
  rating!: Rating | null;
}
