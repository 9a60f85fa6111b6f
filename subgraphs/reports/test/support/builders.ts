import { type OfficerRole, stableId } from '@satu-pintu/domain-kit';
import { type PlacedAppointment, type Standing, standingOf } from '../../src/hierarchy/standing.js';
import type { Clock } from '../../src/sla/clock.rules.js';
import { type ResolutionRuns, resolutionRuns } from '../../src/sla/resolution-limit.rules.js';
import type { ReportEntity } from '../../src/report/report.entity.js';
import { agencyAt, agencyId } from './small-tree.js';

/** The agency that holds reports in tests of rules: the public works office of Bandung. */
export const HOLDER = '32.73/1.03';

/** A Friday noon in Jakarta. */
export const NOON = new Date('2026-07-10T05:00:00Z');

/** A report as it is right after submission, with what the test says about it. */
export function aReport(changes: Partial<ReportEntity> = {}): ReportEntity {
  return {
    id: '7b0c2f0e-5d2f-4b8e-9a57-3d6e0a1f0c01',
    trackingId: '5724000003',
    version: 1,
    state: 'SUBMITTED',
    stateBefore: null,
    awaitingSince: null,
    mergedIntoId: null,
    mergedAt: null,
    requestedType: 'COMPLAINT',
    type: null,
    title: 'Jalan berlubang di depan rumah saya',
    body: 'Sudah dua orang jatuh. Hubungi saya di 0812-3456-7890.',
    publicTitle: null,
    publicBody: null,
    categoryId: null,
    incidentDate: '2026-07-08',
    place: 'Jalan Braga 12',
    regionCode: '32.73',
    channel: 'WEB',
    isAnonymous: false,
    isSecret: false,
    ownerTag: null,
    ruleSetCode: 'PERMENPANRB_62_2018',
    addressedAgencyId: null,
    holderAgencyId: agencyId(HOLDER),
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
    submittedAt: NOON,
    dispatchedAt: null,
    receivedAt: NOON,
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
    ...changes,
  };
}

/** A report that was verified, and is public unless it is secret. */
export function aPublishedReport(changes: Partial<ReportEntity> = {}): ReportEntity {
  return aReport({
    state: 'DISPATCHED',
    type: 'COMPLAINT_GENERAL',
    categoryId: '08.001',
    publicTitle: 'Jalan berlubang',
    publicBody: 'Sudah dua orang jatuh.',
    dispatchedAt: NOON,
    publishedAt: changes.isSecret === true ? null : NOON,
    ...changes,
  });
}

/** A running resolution clock of 14 working days that began on that Friday, with what the test says about it. */
export function aResolution(changes: Partial<Clock> = {}): Clock {
  return {
    kind: 'RESOLUTION',
    seq: 1,
    startedAt: NOON,
    workingDays: 14,
    calendarDays: null,
    timeZone: 'Asia/Jakarta',
    dueAt: new Date('2026-07-30T16:59:59.999Z'),
    endedAt: null,
    breachedAt: null,
    noticesSent: 0,
    nextNoticeAt: null,
    edition: 0,
    ...changes,
  };
}

/** What the rules are told about resolution clocks. */
export function runsOf(clocks: readonly Clock[], now: Date): ResolutionRuns {
  const runs = resolutionRuns(clocks, now);
  if (!runs) throw new Error('No run of the resolution clock has a limit.');
  return runs;
}

/** One post with its place. */
export function aPost(role: OfficerRole, code: string): PlacedAppointment {
  const officerId = stableId('officer', `${role}@${code}`);
  return { officerId, agencyId: agencyId(code), role, place: agencyAt(code) };
}

/** Where the holder of some posts stands towards a report. */
export function aStanding(
  posts: readonly PlacedAppointment[],
  { holder = HOLDER, isReporter = false }: { readonly holder?: string; readonly isReporter?: boolean } = {},
): Standing {
  return standingOf(posts, agencyAt(holder), isReporter);
}

/** Everybody who can look at a report that lies with the public works office of Bandung, by who they are. */
export const EVERYBODY = {
  'the public': aStanding([]),
  'the reporter': aStanding([], { isReporter: true }),
  'an officer of the holder': aStanding([aPost('LIAISON_OFFICER', HOLDER)]),
  'an intake officer of the holder': aStanding([aPost('INTAKE_OFFICER', HOLDER)]),
  'an integrator of the holder': aStanding([aPost('INTEGRATOR', HOLDER)]),
  'the admin of the holder': aStanding([aPost('AGENCY_ADMIN', HOLDER)]),
  'the coordinator of the house': aStanding([aPost('COORDINATOR_ADMIN', '32.73')]),
  'the coordinator of the province': aStanding([aPost('COORDINATOR_ADMIN', '32')]),
  'the national desk': aStanding([aPost('NATIONAL_ADMIN', 'NASIONAL')]),
  'the Ombudsman': aStanding([aPost('OMBUDSMAN', 'OMBUDSMAN')]),
  'an observer of KSP': aStanding([aPost('KSP_VIEWER', 'KSP')]),
  'an officer next door': aStanding([aPost('LIAISON_OFFICER', '32.73/1.02')]),
  'the coordinator of a ministry': aStanding([aPost('COORDINATOR_ADMIN', 'KEMENKES')]),
} as const satisfies Readonly<Record<string, Standing>>;

export type Somebody = keyof typeof EVERYBODY;

/** All of them, for `it.each`. */
export const ALL = Object.keys(EVERYBODY) as readonly Somebody[];

/** All of them but some. */
export function allBut(...some: readonly Somebody[]): readonly Somebody[] {
  return ALL.filter((who) => !some.includes(who));
}
