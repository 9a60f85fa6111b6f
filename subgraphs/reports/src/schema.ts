import { printSubgraph } from '@satu-pintu/subgraph-kit';
import { TemplateResolver } from './answer-templates/template.resolver.js';
import { AnswerDraftStepsResolver } from './answers/answer-draft-steps.resolver.js';
import { AnswerDraftResolver } from './answers/answer-draft.resolver.js';
import { AnswerPolicyResolver } from './answers/answer-policy.resolver.js';
import { AnswerResolver } from './answers/answer.resolver.js';
import {
  AnswerDraftAttachmentsResolver,
  FollowUpAttachmentsResolver,
  ReportAttachmentsResolver,
} from './attachments/attachment.resolver.js';
import { CategoryResolver } from './category/category.resolver.js';
import { CompletionResolver } from './completion/completion.resolver.js';
import { EscalationResolver } from './deadlines/escalation.resolver.js';
import { DispositionResolver } from './disposition/disposition.resolver.js';
import { UpwardResolver } from './disposition/upward.resolver.js';
import { LikelyDuplicatesResolver } from './duplicates/likely-duplicates.resolver.js';
import { MergeResolver } from './duplicates/merge.resolver.js';
import { MergedResolver } from './duplicates/merged.resolver.js';
import { SupportResolver } from './duplicates/support.resolver.js';
import { FollowUpResolver } from './follow-up/follow-up.resolver.js';
import { MessageResolver } from './follow-up/message.resolver.js';
import { IntakeResolver } from './intake/intake.resolver.js';
import { LiveResolver } from './live/live.resolver.js';
import { NoteResolver } from './notes/note.resolver.js';
import { OversightExaminationResolver } from './oversight/case.resolver.js';
import { OversightConsentResolver } from './oversight/consent.resolver.js';
import { OversightCaseResolver } from './oversight/oversight-case.resolver.js';
import { OversightResolver } from './oversight/oversight.resolver.js';
import { policies } from './policies.js';
import { PublicationResolver } from './publication/publication.resolver.js';
import { PrivacyResolver } from './privacy/raise-privacy.resolver.js';
import { ReportFieldsResolver } from './report/report-fields.resolver.js';
import { ReportResolver } from './report/report.resolver.js';
import { ExtensionResolver } from './sla/extension.resolver.js';
import { SecondChanceResolver } from './second-chance/second-chance.resolver.js';
import { RuleSetResolver } from './sla/rule-set.resolver.js';
import { ReclassificationResolver } from './verification/reclassification.resolver.js';
import { RequestUploadResolver } from './uploads/request-upload.resolver.js';
import { VerificationResolver } from './verification/verification.resolver.js';
import { WithdrawalResolver } from './withdrawal/withdrawal.resolver.js';
import { WorkCalendarResolver } from './work-calendar/work-calendar.resolver.js';

/** What the schema is made of; the composition adds the objects behind it. */
export const REPORTS_RESOLVERS = [
  ReportResolver,
  ReportFieldsResolver,
  IntakeResolver,
  VerificationResolver,
  CompletionResolver,
  DispositionResolver,
  UpwardResolver,
  ReclassificationResolver,
  ExtensionResolver,
  EscalationResolver,
  WorkCalendarResolver,
  FollowUpResolver,
  MessageResolver,
  SecondChanceResolver,
  LikelyDuplicatesResolver,
  MergeResolver,
  MergedResolver,
  SupportResolver,
  WithdrawalResolver,
  PrivacyResolver,
  PublicationResolver,
  AnswerPolicyResolver,
  AnswerResolver,
  AnswerDraftResolver,
  AnswerDraftStepsResolver,
  TemplateResolver,
  NoteResolver,
  OversightResolver,
  OversightCaseResolver,
  OversightConsentResolver,
  OversightExaminationResolver,
  ReportAttachmentsResolver,
  FollowUpAttachmentsResolver,
  AnswerDraftAttachmentsResolver,
  RequestUploadResolver,
  LiveResolver,
  CategoryResolver,
  RuleSetResolver,
] as const;

/** The subgraph's SDL as it is committed and composed. */
export function printSchema(): string {
  return printSubgraph({ resolvers: [...REPORTS_RESOLVERS], policies });
}
