import { ADMIN_ROLES, type OfficerRole, type Viewer } from '@satu-pintu/domain-kit';
import type { ReportFacts } from '@satu-pintu/events';
import {
  type Audience,
  AUDIENCES,
  isTold,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from './notification-texts.js';

/** What happened to a report, as far as notifications ask. */
export interface ReportNews {
  readonly type: string;
  readonly at: Date;
  readonly facts: Pick<
    ReportFacts,
    'reportId' | 'trackingId' | 'holderAgencyId' | 'isAnonymous' | 'toAgencyId' | 'followers'
  >;
}

/** A report, and the number by which people know it. */
export type TrackedReport = Pick<ReportFacts, 'reportId' | 'trackingId'>;

/** An agency whose officers are told, and which of them. */
export interface ToldAgency {
  readonly agencyId: string;
  readonly roles: readonly OfficerRole[];
}

/** Who handles reports; who only takes them in or reads along is not told of each. */
const HANDLING: readonly OfficerRole[] = [...ADMIN_ROLES, 'LIAISON_OFFICER'];

/** What the reporter did. Of an anonymous one everybody else learns the day, and not the minute. */
const OF_THE_REPORTER: readonly NotificationKind[] = [
  'SUBMITTED',
  'COMPLETED',
  'APPEALED',
  'REPLIED',
  'CONFIRMED',
  'WITHDRAWN',
  'REOPENED',
  'PRIVACY_RAISED',
];

/** An e-mail about something older than this is no news. */
const NEWS_MS = 24 * 3_600_000;
const JAKARTA_MS = 7 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** The kind that follows an event; CHANGED for one that this release has no words for, of which the reporter alone is told. */
export function kindOf(type: string): NotificationKind {
  const name = type
    .slice(type.indexOf('.') + 1)
    .replaceAll('-', '_')
    .toUpperCase();
  return NOTIFICATION_KINDS.find((kind) => kind === name) ?? 'CHANGED';
}

/** Is the reporter to be told? */
export function tellsReporter(news: ReportNews): boolean {
  return isTold(kindOf(news.type), 'REPORTER');
}

/** The reports merged into this one whose reporters are to be told. */
export function followersOf({ type, facts }: ReportNews): readonly TrackedReport[] {
  return isTold(kindOf(type), 'FOLLOWER') ? (facts.followers ?? []) : [];
}

/** Agencies whose officers are to be told: the holder after the act, and whoever a breach is escalated to. */
export function toldAgencies({ type, facts }: ReportNews): readonly ToldAgency[] {
  if (!isTold(kindOf(type), 'OFFICE')) return [];
  const holder = { agencyId: facts.holderAgencyId, roles: HANDLING };
  return facts.toAgencyId === undefined
    ? [holder]
    : [holder, { agencyId: facts.toAgencyId, roles: ADMIN_ROLES }];
}

/** As whom a viewer reads: what the office was told is for a session that works in a post. */
export function readsAs({ appointments }: Pick<Viewer, 'appointments'>): readonly Audience[] {
  return AUDIENCES.filter((audience) => audience !== 'OFFICE' || appointments.length > 0);
}

/** When it happened, as this audience may know it. */
export function toldAt({ type, at, facts }: ReportNews, audience: Audience): Date {
  const isHidden = audience !== 'REPORTER' && facts.isAnonymous && OF_THE_REPORTER.includes(kindOf(type));
  return isHidden ? jakartaDay(at) : at;
}

/** Is it still worth an e-mail? What lies longer is read in the application. */
export function isNews({ at }: Pick<ReportNews, 'at'>, now: Date): boolean {
  return now.getTime() - at.getTime() <= NEWS_MS;
}

/** Midnight in Jakarta of the day of an instant. */
function jakartaDay(instant: Date): Date {
  return new Date(Math.floor((instant.getTime() + JAKARTA_MS) / DAY_MS) * DAY_MS - JAKARTA_MS);
}
