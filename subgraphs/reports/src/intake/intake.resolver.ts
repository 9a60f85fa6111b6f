import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import { refuseKey } from '../report/request-identity.js';
import type { ReportsContext } from '../report/reports-context.js';
import { SubmitReportInput, SubmitReportResult } from './intake.type.js';
import type { SubmitReport } from './submit-report.command.js';

@Resolver()
export class IntakeResolver {
  constructor(private readonly submit: SubmitReport) {}

  @Mutation(() => SubmitReportResult, { description: 'File a report, signed in or without an account.' })
  async submitReport(
    @Arg('input') input: SubmitReportInput,
    @Ctx() { viewer, door }: ReportsContext,
  ): Promise<object> {
    const badKey = refuseKey(input);
    if (badKey) return presentProblem(badKey, REPORT_PROBLEM_TEXTS, viewer.locale);
    const outcome = await this.submit.execute({ ...OPTIONAL, ...input, channel: 'WEB' }, viewer);
    if (!outcome.ok) return presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
    const { report, accessCode } = outcome.value;
    return { __typename: 'SubmitReportSuccess', report: await door.open(report, accessCode), accessCode };
  }
}

const OPTIONAL = { incidentDate: null, place: null, regionCode: null };
