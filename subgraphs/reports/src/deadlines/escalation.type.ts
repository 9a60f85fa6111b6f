import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { AgencyReference } from '../report/references.type.js';
import { ClockKindEnum } from '../sla/clock.enums.js';
import type { ClockKind } from '../sla/rule-set.js';

@ObjectType({
  description: 'An agency above the holder was told of a deadline that passed. The holder stays the same.',
})
export class Escalation {
  @Field(() => ClockKindEnum, { description: 'The deadline that passed.' })
  clock!: ClockKind;

  @Field(() => AgencyReference, {
    description: 'Who was told: the coordinator above the holder, later the national desk.',
  })
  to!: AgencyReference;

  @Field(() => GraphQLISODateTime, { description: 'When (UTC).' })
  at!: Date;
}
