import { describe, expect, it } from '@jest/globals';
import type { OfficerRole } from '@satu-pintu/domain-kit';
import { permitOnReport } from './permit-on-report.js';
import { REPORT_RIGHT_NAMES, REPORT_RIGHTS, type ReportRightName } from './report-rights.js';
import { type ReportStanding, WAYS } from './report-standing.js';

interface Held {
  readonly role: OfficerRole;
  readonly from: string;
}
type Standing = ReportStanding<Held>;

const NOBODY: Standing = {
  isReporter: false,
  atHolder: null,
  manager: null,
  above: null,
  coordinator: null,
  monitor: null,
  national: null,
  ombudsman: null,
  hasArchivedIt: false,
};
const post = (role: OfficerRole, from: string): Held => ({ role, from });

const ADMIN = post('AGENCY_ADMIN', 'holder');
const DIRECTOR = post('AGENCY_ADMIN', 'above');
const COORDINATOR = post('COORDINATOR_ADMIN', 'top');
const NATIONAL = post('NATIONAL_ADMIN', 'desk');

/** Everybody who can stand towards a report, as `standingOf` in reports finds them. */
const PEOPLE = {
  reporter: { ...NOBODY, isReporter: true },
  intake: { ...NOBODY, atHolder: post('INTAKE_OFFICER', 'holder') },
  liaison: { ...NOBODY, atHolder: post('LIAISON_OFFICER', 'holder') },
  admin: { ...NOBODY, atHolder: ADMIN, manager: ADMIN, monitor: ADMIN },
  director: { ...NOBODY, manager: DIRECTOR, above: DIRECTOR, monitor: DIRECTOR },
  coordinator: {
    ...NOBODY,
    manager: COORDINATOR,
    above: COORDINATOR,
    coordinator: COORDINATOR,
    monitor: COORDINATOR,
  },
  province: { ...NOBODY, monitor: post('COORDINATOR_ADMIN', 'province') },
  national: { ...NOBODY, monitor: NATIONAL, national: NATIONAL },
  ombudsman: { ...NOBODY, ombudsman: post('OMBUDSMAN', 'ombudsman') },
  nobody: NOBODY,
} as const satisfies Readonly<Record<string, Standing>>;

const VERIFIERS = 'admin director coordinator national';
const HANDLERS = 'liaison admin';
const APPROVERS = 'liaison admin director coordinator';
const OVERSEERS = 'director coordinator national';

/** Said once more, by people and not by ways. */
const MAY: Readonly<Record<ReportRightName, string>> = {
  ASK_COMPLETION: VERIFIERS,
  COMPLETE: 'reporter',
  VERIFY: VERIFIERS,
  ARCHIVE: VERIFIERS,
  APPEAL: 'reporter',
  DISPATCH: VERIFIERS,
  DISPATCH_FOR_GOOD: 'national',
  ACCEPT: HANDLERS,
  FOLLOW_UP: HANDLERS,
  READ_DRAFT: 'intake liaison admin director coordinator',
  DRAFT_ANSWER: HANDLERS,
  REVISE_ANSWER: HANDLERS,
  APPROVE_ANSWER: APPROVERS,
  REJECT_ANSWER: APPROVERS,
  DISCARD_ANSWER: APPROVERS,
  RETURN: 'intake liaison admin',
  PASS_UP: 'admin director coordinator',
  ASK_REPORTER: HANDLERS,
  REPLY: 'reporter',
  SEND_MESSAGE: VERIFIERS,
  CONFIRM: 'reporter',
  MERGE: VERIFIERS,
  TAKE_IN: VERIFIERS,
  UNMERGE: OVERSEERS,
  UNMERGE_UNVERIFIED: VERIFIERS,
  WITHDRAW: 'reporter',
  REOPEN: 'reporter national ombudsman',
  RECLASSIFY: VERIFIERS,
  RECLASSIFY_PAST_DUE: 'national',
  EXTEND: 'coordinator',
  OVERSIGHT_CONSENT: 'reporter',
  OVERSIGHT_DECLINE: 'reporter',
  OVERSIGHT_WITHDRAW_CONSENT: 'reporter',
  OVERSIGHT_ACCEPT: 'ombudsman',
  OVERSIGHT_CONCLUDE: 'ombudsman',
  RAISE_PRIVACY: `reporter ${VERIFIERS}`,
  LOWER_PRIVACY: 'reporter',
  REDACT: OVERSEERS,
  HIDE: OVERSEERS,
  PUBLISH: OVERSEERS,
  TAKE_OVER: OVERSEERS,
  ADD_NOTE: 'intake liaison admin director coordinator province national',
};

const NEVER_ITS_REPORTER: readonly ReportRightName[] = [
  ...(['READ_DRAFT', 'DRAFT_ANSWER', 'REVISE_ANSWER', 'APPROVE_ANSWER', 'REJECT_ANSWER'] as const),
  ...(['DISCARD_ANSWER', 'OVERSIGHT_ACCEPT', 'OVERSIGHT_CONCLUDE', 'REDACT', 'HIDE', 'PUBLISH'] as const),
  'ADD_NOTE',
];
const NEVER_WHO_ARCHIVED_IT: readonly ReportRightName[] = [
  ...(['ASK_COMPLETION', 'VERIFY', 'ARCHIVE', 'MERGE', 'UNMERGE_UNVERIFIED'] as const),
];

const mayDo = (right: ReportRightName, change: Partial<Standing> = {}): readonly string[] =>
  Object.entries<Standing>(PEOPLE).flatMap(([person, standing]) =>
    permitOnReport(right, { ...standing, ...change }) === null ? [] : [person],
  );

describe.each(REPORT_RIGHT_NAMES)('the right %s', (right) => {
  it('is held by those whom the office gives it, and by nobody else', () => {
    expect(mayDo(right)).toEqual(MAY[right].split(' '));
  });

  it('is given to its reporter in a post, or not', () => {
    const ofOfficers = MAY[right].split(' ').filter((person) => person !== 'reporter');
    const isTheirs = MAY[right].startsWith('reporter');
    const expected = NEVER_ITS_REPORTER.includes(right) ? [] : isTheirs ? Object.keys(PEOPLE) : ofOfficers;
    expect(mayDo(right, { isReporter: true })).toEqual(expected);
  });

  it('is given to who archived the report, or not', () => {
    const expected = NEVER_WHO_ARCHIVED_IT.includes(right) ? [] : MAY[right].split(' ');
    expect(mayDo(right, { hasArchivedIt: true })).toEqual(expected);
  });
});

describe('whoever holds several posts', () => {
  const everywhere: Standing = {
    ...NOBODY,
    atHolder: post('LIAISON_OFFICER', 'holder'),
    manager: ADMIN,
    above: DIRECTOR,
    coordinator: COORDINATOR,
    monitor: post('COORDINATOR_ADMIN', 'province'),
    national: NATIONAL,
    ombudsman: post('OMBUDSMAN', 'ombudsman'),
  };

  it.each<[ReportRightName, string]>([
    ['VERIFY', 'desk'],
    ['DISPATCH', 'holder'],
    ['APPROVE_ANSWER', 'holder'],
    ['TAKE_OVER', 'above'],
    ['UNMERGE', 'desk'],
    ['RECLASSIFY', 'desk'],
    ['EXTEND', 'top'],
    ['ADD_NOTE', 'holder'],
    ['REOPEN', 'desk'],
  ])('does %s in the post from %s', (right, from) => {
    expect(permitOnReport(right, everywhere)).toMatchObject({ from });
  });

  it('is the reporter first', () => {
    for (const right of ['REOPEN', 'RAISE_PRIVACY', 'REPLY'] as const)
      expect(permitOnReport(right, { ...everywhere, isReporter: true })).toBe('REPORTER');
  });

  it('answers in the post at the holder only where that answers', () => {
    const intake = { ...everywhere, atHolder: post('INTAKE_OFFICER', 'holder') };
    expect(permitOnReport('FOLLOW_UP', intake)).toBeNull();
    expect(permitOnReport('APPROVE_ANSWER', intake)).toBe(ADMIN);
  });
});

describe('the table', () => {
  it('names ways that exist, each with a meaning', () => {
    for (const { by } of Object.values(REPORT_RIGHTS)) {
      expect(by.length).toBeGreaterThan(0);
      for (const way of by) expect(WAYS[way].meaning).toMatch(/^\w.{10,}/);
    }
  });
});
