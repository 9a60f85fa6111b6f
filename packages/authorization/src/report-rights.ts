import type { WayName } from './report-standing.js';

/** In which ways something may be done to a report, the one that counts first; and who may not, whatever else they are. */
export interface ReportRight {
  readonly by: readonly WayName[];
  /** Nobody judges the own matter: who filed the report does not do this, in whatever post. */
  readonly neverItsReporter?: true;
  /** After an appeal it is for another officer than the one who had archived it. */
  readonly neverWhoArchivedIt?: true;
}

/** Verifier: the national desk, or an admin who manages the holder. */
const VERIFIER = { by: ['NATIONAL', 'MANAGER'], neverWhoArchivedIt: true } satisfies ReportRight;
const HANDLER = { by: ['HANDLER'] } satisfies ReportRight;
const REPORTER = { by: ['REPORTER'] } satisfies ReportRight;
/** Overseer: who judges a dispatched report from outside the office that works on it, which is party to it. */
const OVERSEER = { by: ['NATIONAL', 'COORDINATOR', 'ABOVE'] } satisfies ReportRight;
const EDITOR = { ...OVERSEER, neverItsReporter: true } satisfies ReportRight;
const DRAFTER = { ...HANDLER, neverItsReporter: true } satisfies ReportRight;
const APPROVER = { by: ['HANDLER', 'MANAGER'], neverItsReporter: true } satisfies ReportRight;
const EXAMINER = { by: ['OMBUDSMAN'], neverItsReporter: true } satisfies ReportRight;

/**
 * Who may do what to a report. What is not in this table is not allowed to anybody; where the report must stand for it,
 * and what else must hold, is for the rule of each act to say. The platform's own acts are nobody's right.
 */
export const REPORT_RIGHTS = {
  /** T02. */
  ASK_COMPLETION: VERIFIER,
  /** T03. */
  COMPLETE: REPORTER,
  /** T05. */
  VERIFY: VERIFIER,
  /** T06. */
  ARCHIVE: VERIFIER,
  /** T07. */
  APPEAL: REPORTER,
  /** T08, T13: down the house, and again after a return. */
  DISPATCH: { by: ['MANAGER', 'NATIONAL'] },
  /** T15: bindingly, and against what the table else reserves: to another house, or to an agency that sent it back. */
  DISPATCH_FOR_GOOD: { by: ['NATIONAL'] },
  /** T09. */
  ACCEPT: HANDLER,
  /** T10, T11. */
  FOLLOW_UP: HANDLER,
  /** Drafts of answers are for the holder and those who manage it. */
  READ_DRAFT: { by: ['STAFF', 'MANAGER'], neverItsReporter: true },
  DRAFT_ANSWER: DRAFTER,
  REVISE_ANSWER: DRAFTER,
  APPROVE_ANSWER: APPROVER,
  REJECT_ANSWER: APPROVER,
  DISCARD_ANSWER: APPROVER,
  /** T12. */
  RETURN: { by: ['STAFF'] },
  /** T14. */
  PASS_UP: { by: ['MANAGER'] },
  /** T16. */
  ASK_REPORTER: HANDLER,
  /** T17. */
  REPLY: REPORTER,
  /** T18. */
  SEND_MESSAGE: { by: ['NATIONAL', 'MANAGER'] },
  /** T19. */
  CONFIRM: REPORTER,
  /** T21, over both reports. */
  MERGE: VERIFIER,
  /** What the case that takes another report in asks for. */
  TAKE_IN: { by: ['NATIONAL', 'MANAGER'] },
  /** T22, of a report that was dispatched; before that who may verify it. */
  UNMERGE: OVERSEER,
  UNMERGE_UNVERIFIED: VERIFIER,
  /** T23. */
  WITHDRAW: REPORTER,
  /** T24. */
  REOPEN: { by: ['REPORTER', 'NATIONAL', 'OMBUDSMAN'] },
  /** T25. */
  RECLASSIFY: { by: ['NATIONAL', 'COORDINATOR', 'MANAGER'] },
  /** T25 that moves a deadline later once it was missed. */
  RECLASSIFY_PAST_DUE: { by: ['NATIONAL'] },
  /** T26. */
  EXTEND: { by: ['COORDINATOR'] },
  /** T29. */
  OVERSIGHT_CONSENT: REPORTER,
  OVERSIGHT_DECLINE: REPORTER,
  OVERSIGHT_WITHDRAW_CONSENT: REPORTER,
  OVERSIGHT_ACCEPT: EXAMINER,
  OVERSIGHT_CONCLUDE: EXAMINER,
  /** T30: raised by the reporter or an admin, at any time; lowered by the reporter alone. */
  RAISE_PRIVACY: { by: ['REPORTER', 'NATIONAL', 'MANAGER'] },
  LOWER_PRIVACY: REPORTER,
  REDACT: EDITOR,
  HIDE: EDITOR,
  PUBLISH: EDITOR,
  /** T31; the holder itself has it already. */
  TAKE_OVER: { by: ['ABOVE', 'NATIONAL'] },
  ADD_NOTE: { by: ['STAFF', 'MANAGER', 'MONITOR'], neverItsReporter: true },
} satisfies Readonly<Record<string, ReportRight>>;

export type ReportRightName = keyof typeof REPORT_RIGHTS;

/** Rights that are held in a post only. */
export type OfficeRight = {
  [Name in ReportRightName]: 'REPORTER' extends (typeof REPORT_RIGHTS)[Name]['by'][number] ? never : Name;
}[ReportRightName];

export const REPORT_RIGHT_NAMES = Object.keys(REPORT_RIGHTS) as readonly ReportRightName[];
