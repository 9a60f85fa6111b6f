import type { CalendarAmendment } from '@satu-pintu/calendar';
import { DateScalar, InvalidInput, NotAllowed, resultUnion, schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarNotLoaded } from '../report/problems.type.js';

const CalendarDayKindEnum = schemaEnum(
  'CalendarDayKind',
  'What a day is for offices.',
  ['NATIONAL_HOLIDAY', 'JOINT_LEAVE', 'WORKING_DAY'],
  {
    NATIONAL_HOLIDAY: 'National holiday (libur nasional).',
    JOINT_LEAVE: 'Collective leave (cuti bersama).',
    WORKING_DAY: 'Working day (hari kerja): a holiday is taken back.',
  },
);

@InputType({ description: 'One day decreed otherwise than the calendar has it; for the whole country.' })
export class AmendCalendarInput {
  @Field(() => DateScalar, {
    description: 'The day: no weekend, and within the years whose holidays are known.',
  })
  date!: string;

  @Field(() => CalendarDayKindEnum, { description: 'What it is from now on.' })
  kind!: CalendarAmendment['kind'];

  @Field(() => String, { description: 'In Indonesian, for everybody. 3 to 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'The decree: `Keppres 9/2026`. 3 to 200 characters.' })
  legalBasis!: string;
}

@ObjectType({ description: 'A day that was decreed otherwise than the shipped calendar has it.' })
export class CalendarChange {
  @Field(() => ID, { description: 'Number of the change, from 1.' })
  id!: number;

  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => CalendarDayKindEnum, { description: 'What it is.' })
  kind!: CalendarAmendment['kind'];

  @Field(() => String, { description: 'What for.' })
  name!: string;

  @Field(() => String, { description: 'The decree.' })
  legalBasis!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was entered (UTC).' })
  at!: Date;
}

@ObjectType({
  description:
    'The calendar is amended for every deadline that begins from now on. Open ones stay until `recalculateDeadlines`.',
})
class AmendCalendarSuccess {
  @Field(() => CalendarChange, {
    description: 'The change; the one from before when it was entered already.',
  })
  change!: CalendarChange;
}

export const AmendCalendarResult = resultUnion('AmendCalendarResult', 'Outcome of amending the calendar.', [
  AmendCalendarSuccess,
  NotAllowed,
  InvalidInput,
  CalendarNotLoaded,
]);

@InputType({ description: 'Count all open deadlines anew.' })
export class RecalculateDeadlinesInput {
  @Field(() => String, {
    description: 'Why; it stands in the history of each report. 10 to 2,000 characters.',
  })
  reason!: string;
}

@ObjectType({
  description: 'Open deadlines counted anew by the calendar as it is, and how far that has come.',
})
export class DeadlineRecalculation {
  @Field(() => ID, { description: 'Random.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was ordered (UTC); it begins within a minute.' })
  requestedAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was done (UTC); null while it goes on.',
  })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Reports looked at so far.' })
  reportsSeen!: number;

  @Field(() => Int, { description: 'Deadlines moved so far.' })
  deadlinesMoved!: number;

  @Field(() => Int, {
    description: 'Reports left as they are, because a deadline would lie beyond the known calendar.',
  })
  reportsRefused!: number;
}

@ObjectType({ description: 'It is ordered; asking while one is under way gives that one.' })
class RecalculateDeadlinesSuccess {
  @Field(() => DeadlineRecalculation, { description: 'How far it is.' })
  recalculation!: DeadlineRecalculation;
}

export const RecalculateDeadlinesResult = resultUnion(
  'RecalculateDeadlinesResult',
  'Outcome of ordering a recalculation.',
  [RecalculateDeadlinesSuccess, NotAllowed, InvalidInput],
);
