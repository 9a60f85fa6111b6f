import type { ReportFacts } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import type { ReportEntity } from '../report/report.entity.js';
import type { Act } from '../report/transitions.js';

/** What is done on a case that also concerns those whose own report was merged into it. */
const CONCERNS_FOLLOWERS: readonly Act[] = ['FOLLOW_UP', 'RESPOND', 'CONFIRM', 'AUTO_CLOSE', 'REOPEN'];

/** More than anybody has merged into one case; an event is to stay small. */
const MANY = 1_000;

const FOLLOWERS = /* sql */ `
  select id as "reportId", tracking_id as "trackingId" from report
   where merged_into_id = $1 order by merged_at, id limit ${MANY}
`;

/** The reports merged into one, for the event of an act on it; nothing of a case that their reporters could not read. */
export async function followersOf(
  tx: EntityManager,
  act: Act,
  { id, isSecret, publishedAt }: ReportEntity,
): Promise<Pick<ReportFacts, 'followers'>> {
  if (!CONCERNS_FOLLOWERS.includes(act) || isSecret || publishedAt === null) return {};
  const followers = await tx.query<NonNullable<ReportFacts['followers']>>(FOLLOWERS, [id]);
  return followers.length === 0 ? {} : { followers };
}
