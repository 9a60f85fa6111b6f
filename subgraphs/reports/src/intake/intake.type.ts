import { DateScalar, IdempotencyConflict, InvalidInput, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AgencyNotFound, AttachmentNotFound, CalendarNotLoaded } from '../report/problems.type.js';
import { RequestedTypeEnum } from '../report/report.enums.js';
import type { RequestedType } from '../report/report-state.js';
import { Report } from '../report/report.type.js';

@InputType({ description: 'A report, as its reporter fills it in. An account is not needed.' })
export class SubmitReportInput {
  @Field(() => RequestedTypeEnum, { description: 'What it is, in the eyes of the reporter.' })
  requestedType!: RequestedType;

  @Field(() => String, { description: '5 to 150 characters.' })
  title!: string;

  @Field(() => String, { description: 'What happened, 20 to 8,000 characters.' })
  body!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the incident, not after today (Jakarta).' })
  incidentDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Place of the incident, at most 300 characters.' })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'Kemendagri code of the region of the incident: `32.73`.' })
  regionCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Agency that the reporter thinks of; absent when not known.',
  })
  agencyId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Hide from the reported agency and the public who reports.',
  })
  isAnonymous!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Hide from the public what is reported.' })
  isSecret!: boolean;

  @Field(() => Boolean, {
    description: 'The reporter agrees that the report is handled (UU 27/2022); must be true.',
  })
  consent!: boolean;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that you have uploaded, at most five. The public sees what a verifier publishes.',
  })
  attachmentIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'UUID. Asking again with the same key and content files nothing new and answers the same, for 30 days.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The report is taken in and cannot get lost any more.' })
class SubmitReportSuccess {
  @Field(() => Report, { description: 'The report.' })
  report!: Report;

  @Field(() => String, {
    description:
      'Ten characters that, with the tracking id, open the report to whoever knows them. Shown only here.',
  })
  accessCode!: string;
}

export const SubmitReportResult = resultUnion('SubmitReportResult', 'Outcome of submitting a report.', [
  SubmitReportSuccess,
  InvalidInput,
  AgencyNotFound,
  AttachmentNotFound,
  CalendarNotLoaded,
  IdempotencyConflict,
]);
