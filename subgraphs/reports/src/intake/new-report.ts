import type { ReportEntity } from '../report/report.entity.js';
import type { Submission } from './intake.rules.js';

/** What the platform adds to a submission when it takes it in. */
export type Receipt = Pick<
  ReportEntity,
  'id' | 'trackingId' | 'ownerTag' | 'ruleSetCode' | 'addressedAgencyId' | 'holderAgencyId' | 'submittedAt'
>;

/** A submission as the report that it becomes. */
export function newReport({ consent: _consent, ...submission }: Submission, receipt: Receipt): ReportEntity {
  return {
    ...UNDECIDED,
    requestedType: submission.requestedType,
    title: submission.title,
    body: submission.body,
    incidentDate: submission.incidentDate,
    place: submission.place,
    regionCode: submission.regionCode,
    channel: submission.channel,
    isAnonymous: submission.isAnonymous,
    isSecret: submission.isSecret,
    ...receipt,
    receivedAt: receipt.submittedAt,
  };
}

/** What a report does not have before anybody has looked at it. */
const UNDECIDED = {
  version: 1,
  state: 'SUBMITTED',
  stateBefore: null,
  awaitingSince: null,
  mergedIntoId: null,
  mergedAt: null,
  type: null,
  publicTitle: null,
  publicBody: null,
  categoryId: null,
  handlerOfficerId: null,
  dispositionSeq: 1,
  returnCount: 0,
  rejectionCount: 0,
  pauseCount: 0,
  completionRequestCount: 0,
  reopenCount: 0,
  appealCount: 0,
  extensionCount: 0,
  isBinding: false,
  rating: null,
  dispatchedAt: null,
  publishedAt: null,
  redactedAt: null,
  hiddenAt: null,
  publishedBeforeHiding: null,
  firstFollowUpAt: null,
  respondedAt: null,
  closedAt: null,
  closeReason: null,
  archiveReason: null,
  oversightStage: null,
  nextDueAt: null,
  oversightRevealsIdentity: false,
} as const;
