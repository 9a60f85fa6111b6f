import { ReportTypeEnum } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import {
  AgencyHasReturnedIt,
  AgencyNotFound,
  AgencyOutOfReach,
  AttachmentNotFound,
  CategoryNotFound,
} from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';
import type { OfficerArchiveReason, ReportType } from '../report/report-state.js';
import { ArchiveReasonEnum } from './archive-reason.enum.js';

@InputType({
  description: 'Classify a report, write its public title, and send it to the agency that is to act.',
})
export class VerifyReportInput extends ReportMutationInput {
  @Field(() => ReportTypeEnum, { description: 'The class; it decides the deadline.' })
  type!: ReportType;

  @Field(() => ID, { description: 'A topic in use that has none below it.' })
  categoryId!: string;

  @Field(() => String, {
    description: 'What the public reads as title, 5 to 150 characters; contact details are masked.',
  })
  publicTitle!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the public reads as text; the report's own, with contact details masked, when absent.",
  })
  publicBody?: string | null;

  @Field(() => ID, { description: 'Agency that is to act: in your own house, or any for the national desk.' })
  agencyId!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Files of the report that the public may see; none when absent. Look for faces, names and number plates first.',
  })
  publicAttachmentIds?: string[] | null;
}

@ObjectType({ description: 'The report is verified, published unless secret, and dispatched.' })
class VerifyReportSuccess extends ReportMutationSuccess {}

export const VerifyReportResult = actResult(
  'VerifyReportResult',
  'Outcome of verifying a report.',
  VerifyReportSuccess,
  CategoryNotFound,
  AgencyNotFound,
  AgencyOutOfReach,
  AgencyHasReturnedIt,
  AttachmentNotFound,
);

@InputType({ description: 'Set aside an unverified report.' })
export class ArchiveReportInput extends ReportMutationInput {
  @Field(() => ArchiveReasonEnum, { description: 'Why it is not taken up.' })
  reason!: OfficerArchiveReason;

  @Field(() => String, {
    description: 'For the reporter: why, and where to turn instead. 10 to 2,000 characters.',
  })
  explanation!: string;
}

@ObjectType({ description: 'The report is set aside, and its reporter is told why.' })
class ArchiveReportSuccess extends ReportMutationSuccess {}

export const ArchiveReportResult = actResult(
  'ArchiveReportResult',
  'Outcome of archiving a report.',
  ArchiveReportSuccess,
);
