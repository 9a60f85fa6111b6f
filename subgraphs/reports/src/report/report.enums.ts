import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { OFFICER_ROLE_MEANINGS, OFFICER_ROLES } from '@satu-pintu/domain-kit';
import { CHANNELS, REQUESTED_TYPES, PUBLICATIONS } from './report-state.js';
import { REPORT_ORDERS } from './report-order.js';
import { ACTS } from './transitions.js';
import { REPORT_ACTIONS } from './viewer-actions.rules.js';

export const RequestedTypeEnum = schemaEnum(
  'RequestedType',
  'What the reporter says it is; the verifier decides the class.',
  REQUESTED_TYPES,
  {
    COMPLAINT: 'Complaint (pengaduan).',
    INFO_REQUEST: 'Request for information (permintaan informasi).',
    ASPIRATION: 'Wish or proposal (aspirasi).',
  },
);

export const ChannelEnum = schemaEnum('Channel', 'Way by which the report came in.', CHANNELS, {
  WEB: 'The website.',
  MOBILE: 'An app on a phone.',
  SMS: 'A short message to the national number.',
  X: 'A post on X.',
  WHATSAPP: 'A WhatsApp message.',
  EMAIL: 'An e-mail.',
  WALK_IN: 'At a desk, by letter or by telephone; an officer wrote it down.',
  API: 'The system of an agency.',
});

export const ReportOrderEnum = schemaEnum('ReportOrder', 'Order of a list of reports.', REPORT_ORDERS, {
  NEWEST: 'The latest first.',
  OLDEST: 'The earliest first.',
  DUE_FIRST:
    'Open reports alone, by the next deadline that runs against an agency (VERIFICATION, FIRST_FOLLOW_UP, RESOLUTION or REDISPATCH), what is overdue the longest first; those without one, which wait for their reporter, last. For officers: BAD_USER_INPUT for a viewer without a post.',
});

export const ReportActionEnum = schemaEnum(
  'ReportAction',
  'What this viewer may do with this report now; each is the mutation of that name.',
  REPORT_ACTIONS,
  {
    REQUEST_COMPLETION: '`requestCompletion`.',
    VERIFY: '`verifyReport`.',
    ARCHIVE: '`archiveReport`.',
    DISPATCH: '`dispatchReport`.',
    ACCEPT: '`acceptReport`.',
    RECORD_FOLLOW_UP: '`recordFollowUp`.',
    DRAFT_ANSWER: '`draftAnswer`.',
    REVISE_ANSWER: '`reviseAnswer`.',
    APPROVE_ANSWER: '`approveAnswer`.',
    REJECT_ANSWER: '`rejectAnswer`.',
    DISCARD_ANSWER: '`discardAnswer`.',
    RETURN: '`returnReport`.',
    PASS_UP: '`passUpReport`.',
    TAKE_OVER: '`takeOverReport`.',
    RECLASSIFY: '`reclassifyReport`.',
    EXTEND: '`extendResolution`; as far as the deadline is not over.',
    SEND_MESSAGE: '`sendMessage`.',
    ASK_REPORTER: '`askReporter`.',
    COMPLETE: '`completeReport`.',
    REPLY: '`replyToReport`.',
    CONFIRM: '`confirmResolution`.',
    APPEAL: '`appealArchival`.',
    REOPEN: '`reopenReport`.',
    WITHDRAW: '`withdrawReport`.',
    RAISE_PRIVACY: '`raisePrivacy`.',
    LOWER_PRIVACY: '`lowerPrivacy`.',
    REDACT: '`redactReport`.',
    HIDE: '`hideReport`.',
    PUBLISH: '`publishReport`.',
    CONSENT_TO_OVERSIGHT: '`consentToOversight`.',
    DECLINE_OVERSIGHT: '`declineOversight`.',
    WITHDRAW_OVERSIGHT_CONSENT: '`withdrawOversightConsent`.',
    ACCEPT_OVERSIGHT_CASE: '`acceptOversightCase`.',
    RECORD_OVERSIGHT_OUTCOME: '`recordOversightOutcome`.',
    ADD_NOTE: '`addNote`.',
    MERGE: '`mergeReports`, as far as there is a report to join.',
    UNMERGE: '`unmergeReport`.',
    SUPPORT: '`supportReport`, also where it is supported already.',
  },
);

export const ReportActEnum = schemaEnum('ReportAct', 'What was done to a report.', ACTS, {
  SUBMIT: 'It was filed.',
  ASK_COMPLETION: 'Its reporter was asked for what is missing before it can be verified.',
  COMPLETE: 'Its reporter gave what was asked for.',
  EXPIRE_COMPLETION: 'It was set aside because its reporter did not answer in time.',
  VERIFY: 'It was verified, classified and sent to an agency.',
  ARCHIVE: 'It was set aside with a reason.',
  APPEAL: 'Its reporter appealed against setting it aside.',
  SUB_DISPATCH: 'Its holder sent it on to an agency below.',
  ACCEPT: 'Its holder took it up.',
  FOLLOW_UP: 'Its holder told what was done so far.',
  RESPOND: 'Its holder gave the final follow-up.',
  RETURN: 'Its holder sent it back as not its matter.',
  REDISPATCH: 'It was sent to another agency after a return.',
  PASS_UP: 'It was passed on upwards after a return.',
  BIND: 'The national desk gave it to an agency that cannot return it.',
  ASK_REPORTER: 'Its holder asked the reporter a question and waits.',
  REPLY: 'The reporter answered the final follow-up; work goes on.',
  SEND_MESSAGE: 'An administrator wrote to the reporter, who has the whole time to answer again.',
  CONFIRM: 'The reporter confirmed that the matter is settled.',
  AUTO_CLOSE: 'It was closed after the time to answer had passed.',
  WITHDRAW: 'Its reporter took it back.',
  REOPEN: 'It was opened again.',
  RECLASSIFY: 'It was put into another class; its deadline was counted anew from the same start.',
  RECALCULATE: 'Its open deadlines were counted anew after a change of the calendar.',
  EXTEND: 'Its resolution deadline was moved once, with a reason and a new day.',
  BREACH: 'Its agency let a deadline pass; the reason names the clock.',
  ESCALATE: 'An agency above was told that a deadline has passed; the reason names the clock.',
  REMIND_HOLDER: 'Its holder was reminded of a deadline that has passed; the reason names the clock.',
  REMIND_REPORTER:
    'Its reporter was reminded that an answer is awaited. The reason names the clock, with `_ON_PAGE_ONLY` for a report without an account, whose reporter can be told nowhere else.',
  OVERSIGHT_ELIGIBLE:
    'It may be brought to the Ombudsman: the time of its agency was over, or its answer was rejected.',
  OVERSIGHT_CONSENT: 'Its reporter consented to an examination by the Ombudsman.',
  OVERSIGHT_DECLINE: 'Its reporter did not want to turn to the Ombudsman.',
  OVERSIGHT_WITHDRAW_CONSENT: 'Its reporter took the consent back.',
  OVERSIGHT_ACCEPT: 'The Ombudsman took the case; the reason is their number of it.',
  OVERSIGHT_CONCLUDE: 'The Ombudsman reported what was found; the reason names it.',
  RAISE_PRIVACY: 'It was made anonymous or secret.',
  LOWER_PRIVACY: 'Its reporter lifted its secrecy.',
  REDACT: 'What the public reads of it was changed.',
  HIDE: 'It was taken from the public.',
  PUBLISH: 'It was put before the public.',
  TAKE_OVER: 'An agency above took it over.',
  MERGE: 'It was merged into another report about the same matter.',
  UNMERGE: 'It was taken out of the report that it had been merged into.',
});

export const ActorRoleEnum = schemaEnum(
  'ActorRole',
  'In which role something was done.',
  ['REPORTER', 'SYSTEM', ...OFFICER_ROLES],
  {
    REPORTER: 'Who filed the report (pelapor).',
    SYSTEM: 'The platform itself, when a deadline passed.',
    ...OFFICER_ROLE_MEANINGS,
  },
);

export const PublicationEnum = schemaEnum('Publication', 'How public a report is.', PUBLICATIONS, {
  UNPUBLISHED: 'Not public: not verified yet, secret, or not looked at again since it was.',
  PUBLISHED: 'Public, as it was verified.',
  REDACTED: 'Public; something was taken out since.',
  HIDDEN: 'Taken from the public by an editor.',
});
