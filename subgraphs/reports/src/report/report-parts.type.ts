import { DateScalar, ReportStateEnum } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { ReturnReasonEnum } from '../disposition/return-reason.enum.js';
import type { ClockState } from '../sla/clock.rules.js';
import { ClockDayVerdictEnum, ClockKindEnum, ClockStateEnum } from '../sla/clock.enums.js';
import type { ClockKind } from '../sla/rule-set.js';
import type { Actor } from './act.js';
import { ActorRoleEnum, ReportActEnum } from './report.enums.js';
import type { ReportState, ReturnReason } from './report-state.js';
import { AgencyReference, OfficerReference } from './references.type.js';
import type { Act } from './transitions.js';

@ObjectType({ description: 'One calendar day of a deadline, and whether it counted.' })
export class ClockDay {
  @Field(() => DateScalar, { description: 'The day, in the zone of the office.' })
  date!: string;

  @Field(() => ClockDayVerdictEnum, { description: 'Why it counts or does not.' })
  verdict!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the working day; null for a day that does not count, and in calendar days.',
  })
  workingDay!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the day, for a clock in calendar days; null for one in working days.',
  })
  calendarDay!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the holiday and its decree, or of the decree that took a holiday back; null on other days.',
  })
  reason!: string | null;
}

@ObjectType({
  description:
    'One run of one deadline, counted in days of the office that holds the report: working days, save COMPLETION.',
})
export class Clock {
  @Field(() => ClockKindEnum, { description: 'Which deadline it keeps.' })
  kind!: ClockKind;

  @Field(() => ClockStateEnum, { description: 'Whether it runs.' })
  state!: ClockState;

  @Field(() => GraphQLISODateTime, { description: 'UTC; for an anonymous report others see only the day.' })
  startedAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Last instant of the last day, UTC; null for a clock without a limit. While the clock is paused, the day from before the pause, which moves when it runs on.',
  })
  dueAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days allowed; null for a clock without a limit, and for one in calendar days.',
  })
  workingDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar days allowed, for a clock that counts every day; null for others.',
  })
  calendarDays!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'UTC; once breached it stays breached.' })
  breachedAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'UTC; null while it runs; of a paused one, since when. For an anonymous report others see only the day.',
  })
  endedAt!: Date | null;

  @Field(() => [ClockDay], {
    description: 'Each day counted or skipped, and why; empty for a clock without a limit.',
  })
  explanation!: ClockDay[];
}

@ObjectType({
  description: 'A change of holder (disposisi). The chain has no gaps: each begins where the last ended.',
})
export class Disposition {
  @Field(() => Int, { description: 'Place in the chain, from 1.' })
  seq!: number;

  @Field(() => ReportActEnum, { description: 'By which act.' })
  act!: Act;

  @Field(() => AgencyReference, { nullable: true, description: 'Holder before; null for the first.' })
  from!: AgencyReference | null;

  @Field(() => AgencyReference, { description: 'Holder after.' })
  to!: AgencyReference;

  @Field(() => Boolean, { description: 'Whether it cannot be returned.' })
  isBinding!: boolean;

  @Field(() => ReturnReasonEnum, { nullable: true, description: 'Of a return; null otherwise.' })
  reason!: ReturnReason | null;

  @Field(() => String, { nullable: true, description: 'For the office alone; null for others.' })
  note!: string | null;

  @Field(() => AgencyReference, {
    nullable: true,
    description: 'Whom a returning agency suggests; null for unknown.',
  })
  suggestedAgency!: AgencyReference | null;

  @Field(() => GraphQLISODateTime, { description: 'UTC.' })
  at!: Date;
}

@ObjectType({ description: 'One line of the history: who (as a role), what, when, why.' })
export class HistoryEntry {
  @Field(() => ReportActEnum, { description: 'What was done.' })
  act!: Act;

  @Field(() => ReportStateEnum, { description: 'State afterwards.' })
  state!: ReportState;

  @Field(() => ActorRoleEnum, { description: 'In which role.' })
  role!: Actor['role'];

  @Field(() => AgencyReference, {
    nullable: true,
    description: 'For which agency; null for the reporter and the system.',
  })
  agency!: AgencyReference | null;

  @Field(() => OfficerReference, { nullable: true, description: 'By whom; for the office alone.' })
  officer!: OfficerReference | null;

  @Field(() => String, { nullable: true, description: 'Why; for the office and the reporter.' })
  reason!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'UTC.' })
  at!: Date;
}
