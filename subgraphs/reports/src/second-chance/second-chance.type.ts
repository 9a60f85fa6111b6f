import { IdempotencyConflict, InvalidInput, NotAllowed, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import {
  AppealWindowOver,
  CalendarNotLoaded,
  NoAppealLeft,
  NoReopeningLeft,
  ReopenWindowOver,
  ReportNotFound,
  ReportNotInState,
} from '../report/problems.type.js';
import { ReporterMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

const PROBLEMS = [
  ReportNotFound,
  NotAllowed,
  ReportNotInState,
  InvalidInput,
  CalendarNotLoaded,
  IdempotencyConflict,
] as const;

@InputType({ description: 'Object to the archiving of your report.' })
export class AppealArchivalInput extends ReporterMutationInput {
  @Field(() => String, { description: 'Why it should be taken up, for the office. 10 to 2,000 characters.' })
  body!: string;
}

@ObjectType({ description: 'The agency one level up verifies the report anew, by another officer.' })
class AppealArchivalSuccess extends ReportMutationSuccess {}

export const AppealArchivalResult = resultUnion(
  'AppealArchivalResult',
  'Outcome of an appeal against archiving.',
  [AppealArchivalSuccess, NoAppealLeft, AppealWindowOver, ...PROBLEMS],
);

@InputType({
  description:
    'Take a closed report up again: for its reporter, for some days and so many times; for the national desk and the Ombudsman at any time.',
})
export class ReopenReportInput extends ReporterMutationInput {
  @Field(() => String, { description: 'What is not solved, for the office. 10 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({
  description: 'The last holder works on the report again; the agency above it, where that one is no more.',
})
class ReopenReportSuccess extends ReportMutationSuccess {}

export const ReopenReportResult = resultUnion('ReopenReportResult', 'Outcome of reopening a report.', [
  ReopenReportSuccess,
  NoReopeningLeft,
  ReopenWindowOver,
  ...PROBLEMS,
]);
