import { anyRight, ANYBODY, rights, type SchemaPolicies, scope } from '@satu-pintu/subgraph-kit';

const NATIONAL_DESK = scope('role:NATIONAL_ADMIN');
const HOUSE_OF_HOLDER =
  'staff of the holder and those who manage it; null to its reporter and to everybody else';
const TAKES_PART = 'its reporter, the office and those above it, the national desk and the Ombudsman';
const CONTENT =
  'whoever reads the report: as filed, or as published to the public; null to whoever only knows that it exists';
const FAR_OFF_TIMES =
  'whoever sees the report; of what an anonymous reporter did, others than the reporter see the day';

/** Who may call what, and who sees what of a report. */
export const policies: SchemaPolicies = {
  Query: {
    report: ANYBODY,
    reports: ANYBODY,
    likelyDuplicates: ANYBODY,
    categories: ANYBODY,
    ruleSets: ANYBODY,
    calendarChanges: ANYBODY,
    answerTemplates: ANYBODY,
    oversightReports: scope('role:OMBUDSMAN'),
    deadlineRecalculations: NATIONAL_DESK,
  },
  Mutation: {
    submitReport: ANYBODY,
    requestUpload: ANYBODY,
    completeReport: rights('report:COMPLETE'),
    replyToReport: rights('report:REPLY'),
    confirmResolution: rights('report:CONFIRM'),
    withdrawReport: rights('report:WITHDRAW'),
    appealArchival: rights('report:APPEAL'),
    reopenReport: rights('report:REOPEN'),
    raisePrivacy: rights('report:RAISE_PRIVACY'),
    lowerPrivacy: rights('report:LOWER_PRIVACY'),
    consentToOversight: rights('report:OVERSIGHT_CONSENT'),
    declineOversight: rights('report:OVERSIGHT_DECLINE'),
    withdrawOversightConsent: rights('report:OVERSIGHT_WITHDRAW_CONSENT'),
    supportReport: ANYBODY,
    withdrawSupport: ANYBODY,

    requestCompletion: rights('report:ASK_COMPLETION'),
    verifyReport: rights('report:VERIFY'),
    archiveReport: rights('report:ARCHIVE'),
    dispatchReport: anyRight('report:DISPATCH', 'report:DISPATCH_FOR_GOOD'),
    returnReport: rights('report:RETURN'),
    passUpReport: rights('report:PASS_UP'),
    takeOverReport: rights('report:TAKE_OVER'),
    acceptReport: rights('report:ACCEPT'),
    recordFollowUp: rights('report:FOLLOW_UP'),
    askReporter: rights('report:ASK_REPORTER'),
    sendMessage: rights('report:SEND_MESSAGE'),
    reclassifyReport: rights('report:RECLASSIFY'),
    extendResolution: rights('report:EXTEND'),
    mergeReports: rights('report:MERGE'),
    unmergeReport: anyRight('report:UNMERGE', 'report:UNMERGE_UNVERIFIED'),
    redactReport: rights('report:REDACT'),
    hideReport: rights('report:HIDE'),
    publishReport: rights('report:PUBLISH'),
    addNote: rights('report:ADD_NOTE'),
    draftAnswer: rights('report:DRAFT_ANSWER'),
    reviseAnswer: rights('report:REVISE_ANSWER'),
    approveAnswer: rights('report:APPROVE_ANSWER'),
    rejectAnswer: rights('report:REJECT_ANSWER'),
    discardAnswer: rights('report:DISCARD_ANSWER'),
    createAnswerTemplate: rights('agency:WRITE_TEMPLATES'),
    changeAnswerTemplate: rights('agency:WRITE_TEMPLATES'),
    setAnswerPolicy: rights('agency:SET_ANSWER_POLICY'),

    acceptOversightCase: rights('report:OVERSIGHT_ACCEPT'),
    recordOversightOutcome: rights('report:OVERSIGHT_CONCLUDE'),
    amendCalendar: NATIONAL_DESK,
    recalculateDeadlines: NATIONAL_DESK,
  },
  Subscription: {
    reportChanged: ANYBODY,
    followUpAdded: ANYBODY,
  },
  sights: {
    Report: {
      seenBy:
        'by the matrix in subgraphs/reports/src/privacy/sight.rules.ts: its reporter, the office and those above it, the Ombudsman, observers unless it is secret, the public once it is published',
      whole: [
        'id',
        'trackingId',
        'type',
        'requestedType',
        'state',
        'channel',
        'isAnonymous',
        'isSecret',
        'publishedAt',
        'rating',
        'publication',
        'agency',
        'region',
        'category',
        'clocks',
        'supportCount',
        'viewerActions',
      ],
      own: {
        title: CONTENT,
        body: CONTENT,
        incidentDate: CONTENT,
        place: CONTENT,
        submittedAt: FAR_OFF_TIMES,
        closedAt: FAR_OFF_TIMES,
        reporter:
          'its reporter; unless it is anonymous also the office; the Ombudsman by consent; null to everybody else',
        attachments: 'as the body; the public and observers those that were published',
        handler: 'the office; null to everybody else, its reporter included',
        history:
          'whoever sees the report; officers and reasons for the office, acts of the way to the Ombudsman by stage',
        dispositions: 'whoever sees the report; notes and reasons for the office',
        followUps:
          'whoever sees the report; the public without contact details and without what came before verification',
        latestFollowUp: 'as `followUps`',
        mergedInto: 'whoever may see that report too; null to everybody else',
        mergedReports: 'each as far as the viewer may see it',
        likelyDuplicates: 'who may merge it; empty to everybody else',
        isSupportedByViewer: 'whoever asks: their own voice',
        answerDraft: HOUSE_OF_HOLDER,
        notes:
          'the agency that wrote them, those who manage or monitor it, below it in its house who works on the report, the Ombudsman unless it is secret; empty to its reporter and to everybody else',
        escalations: `${TAKES_PART}; empty to everybody else`,
        oversightStage: `${TAKES_PART}; what the reporter decides is told to the office when the case is taken`,
        oversight: 'as `oversightStage`',
        version: `${TAKES_PART}; null to everybody else`,
      },
    },
    FollowUp: {
      seenBy: 'whoever sees its report',
      whole: ['id', 'report', 'kind', 'outcome', 'promisedDate', 'missing'],
      own: {
        body: 'whoever reads the report; the public without contact details, nothing from before verification, and no line that was hidden',
        author: 'whoever sees the report; officers by name as far as `Officer` tells',
        createdAt: FAR_OFF_TIMES,
        attachments: 'as those of the report',
      },
    },
    Agency: {
      seenBy: 'everybody',
      whole: ['id'],
      own: {
        answerPolicy: 'who works there or manages it; null to everybody else',
        reports: 'each as far as the viewer may see it',
        inbox: 'each as far as the viewer may see it',
      },
    },
    Category: { seenBy: 'everybody', whole: ['id', 'name', 'parentId', 'isLeaf', 'validFrom', 'validTo'] },
  },
};
