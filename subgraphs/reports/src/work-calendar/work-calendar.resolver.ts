import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { forbid } from '../audit/forbid.js';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { AmendCalendar } from './amend-calendar.command.js';
import { loadNewestAmendments } from './amendment.store.js';
import { findNationalPost } from './national-post.js';
import type { RecalculateDeadlines } from './recalculate-deadlines.command.js';
import { loadNewestRecalculations, type RecalculationRow } from './recalculation.store.js';
import {
  AmendCalendarInput,
  AmendCalendarResult,
  CalendarChange,
  DeadlineRecalculation,
  RecalculateDeadlinesInput,
  RecalculateDeadlinesResult,
} from './work-calendar.type.js';

const CHANGES_SHOWN = 100;
const RECALCULATIONS_SHOWN = 20;

@Resolver()
export class WorkCalendarResolver {
  constructor(
    private readonly database: DataSource,
    private readonly amend: AmendCalendar,
    private readonly recalculate: RecalculateDeadlines,
    private readonly now: () => Date,
  ) {}

  @Query(() => [CalendarChange], {
    description: 'Days decreed otherwise than the shipped calendar has them, the newest first, at most 100.',
  })
  calendarChanges(): Promise<readonly CalendarChange[]> {
    return loadNewestAmendments(this.database.manager, CHANGES_SHOWN);
  }

  @Query(() => [DeadlineRecalculation], {
    description:
      'Recalculations, the newest first, at most 20; FORBIDDEN for whoever is not at the national desk.',
  })
  async deadlineRecalculations(@Ctx() { viewer }: ReportsContext): Promise<readonly DeadlineRecalculation[]> {
    const { manager } = this.database;
    if (!(await findNationalPost(manager, viewer)))
      throw await forbid(manager, this.now(), viewer, 'deadlineRecalculations');
    return (await loadNewestRecalculations(this.database.manager, RECALCULATIONS_SHOWN)).map(present);
  }

  @Mutation(() => AmendCalendarResult, {
    description: 'Enter a day that was decreed otherwise than the calendar has it. For the national desk.',
  })
  async amendCalendar(
    @Arg('input') { date, kind, name, legalBasis }: AmendCalendarInput,
    @Ctx() { viewer }: ReportsContext,
  ): Promise<object> {
    const outcome = await this.amend.execute({ date, kind, name, legalBasis }, viewer);
    return outcome.ok
      ? { __typename: 'AmendCalendarSuccess', change: outcome.value }
      : presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
  }

  @Mutation(() => RecalculateDeadlinesResult, {
    description:
      'Count all open deadlines anew by the calendar as it is now; what has ended or has passed stays. For the national desk.',
  })
  async recalculateDeadlines(
    @Arg('input') { reason }: RecalculateDeadlinesInput,
    @Ctx() { viewer }: ReportsContext,
  ): Promise<object> {
    const outcome = await this.recalculate.execute(reason, viewer);
    return outcome.ok
      ? { __typename: 'RecalculateDeadlinesSuccess', recalculation: present(outcome.value) }
      : presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
  }
}

function present({ moved, refused, ...row }: RecalculationRow): DeadlineRecalculation {
  return { ...row, deadlinesMoved: moved, reportsRefused: refused };
}
