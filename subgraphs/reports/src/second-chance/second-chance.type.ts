import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import {
  AppealWindowOver,
  NoAppealLeft,
  NoReopeningLeft,
  ReopenWindowOver,
} from '../report/problems.type.js';
import { ReporterMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Object to the archiving of your report.' })
export class AppealArchivalInput extends ReporterMutationInput {
  @Field(() => String, { description: 'Why it should be taken up, for the office. 10 to 2,000 characters.' })
  body!: string;
}

@ObjectType({ description: 'The agency one level up verifies the report anew, by another officer.' })
class AppealArchivalSuccess extends ReportMutationSuccess {}

export const AppealArchivalResult = actResult(
  'AppealArchivalResult',
  'Outcome of an appeal against archiving.',
  AppealArchivalSuccess,
  NoAppealLeft,
  AppealWindowOver,
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

export const ReopenReportResult = actResult(
  'ReopenReportResult',
  'Outcome of reopening a report.',
  ReopenReportSuccess,
  NoReopeningLeft,
  ReopenWindowOver,
);
