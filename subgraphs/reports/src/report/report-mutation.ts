import type { Decision } from '@satu-pintu/domain-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { REPORT_PROBLEM_TEXTS } from './problem-texts.js';
import type { ReportEntity } from './report.entity.js';
import { Report } from './report.type.js';
import type { ReportsContext } from './reports-context.js';

/** What every mutation about an existing report takes. */
@InputType()
export abstract class ReportMutationInput {
  @Field(() => ID, { description: 'Id of the report.' })
  reportId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'UUID. Asking again with the same key and content changes nothing and answers the same, for 30 days.',
  })
  idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '`Report.version` as you have read it: refused with `VersionConflict` when the report has moved on since. Left out, the act is judged by where the report stands.',
  })
  version?: string | null;
}

/** What every reporter's mutation takes as well. */
@InputType()
export abstract class ReporterMutationInput extends ReportMutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Proves the reporter of a report filed without an account.',
  })
  accessCode?: string | null;
}

/** What every successful mutation about a report gives back. */
@ObjectType()
export abstract class ReportMutationSuccess {
  @Field(() => Report, {
    nullable: true,
    description: 'The report afterwards; null when the act itself took it out of your sight.',
  })
  report!: Report | null;
}

/** Outcome of a command to member of a result union. */
export async function presentOutcome(
  successName: string,
  outcome: Decision<ReportEntity, { readonly kind: string }>,
  { door, viewer }: ReportsContext,
  accessCode?: string | null,
): Promise<object> {
  if (!outcome.ok) return presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
  return { __typename: successName, report: await door.open(outcome.value, accessCode ?? null) };
}
