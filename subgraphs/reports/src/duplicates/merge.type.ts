import { Problem, schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';
import { UNFIT_TARGETS, type UnfitTarget } from './merge.rules.js';

const UnfitTargetEnum = schemaEnum(
  'UnfitMergeTarget',
  'Why a report cannot take another one in.',
  UNFIT_TARGETS,
  {
    NOT_FOUND: 'There is no such report, or none that you may see.',
    SAME_REPORT: 'It is the report itself, or one that is merged into it.',
    SECRET: 'One of the two is secret: secret reports are handled one by one.',
    ENDED: 'It was archived or taken back, or closed longer ago than its reporter may reopen it.',
    NOT_VERIFIED: 'It is not verified, and the report that would join it is.',
  },
);

@ObjectType({ implements: Problem, description: 'The report cannot be merged into that one.' })
class MergeTargetUnfit extends Problem {
  @Field(() => UnfitTargetEnum, { description: 'Why not.' })
  reason!: UnfitTarget;
}

@InputType({
  description:
    'Have a report handled within another one about the same matter. `reportId` is the one that joins and keeps its number, its text and its reporter.',
})
export class MergeReportsInput extends ReportMutationInput {
  @Field(() => ID, {
    description: 'The report to join; of one that is merged itself, the one that it was merged into.',
  })
  intoReportId!: string;

  @Field(() => String, {
    description: 'For the office and the reporter: why it is the same matter. 10 to 2,000 characters.',
  })
  reason!: string;
}

@ObjectType({
  description:
    'The report is merged; its clocks have ended, and what was merged into it follows into the same case.',
})
class MergeReportsSuccess extends ReportMutationSuccess {}

export const MergeReportsResult = actResult(
  'MergeReportsResult',
  'Outcome of merging a report into another one.',
  MergeReportsSuccess,
  MergeTargetUnfit,
);

@InputType({ description: 'Take a report out of the case that it was merged into.' })
export class UnmergeReportInput extends ReportMutationInput {
  @Field(() => String, {
    description: 'For the office and the reporter: why it is a matter of its own. 10 to 2,000 characters.',
  })
  reason!: string;
}

@ObjectType({
  description: 'The report stands where it stood before, at the same holder; the merged time counts.',
})
class UnmergeReportSuccess extends ReportMutationSuccess {}

export const UnmergeReportResult = actResult(
  'UnmergeReportResult',
  'Outcome of taking a merged report out of its case.',
  UnmergeReportSuccess,
);
