import { isUuid, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { type AgencyScope, loadAgencyScopes } from '../hierarchy/agency.store.js';
import { placePosts } from '../hierarchy/standing.store.js';
import { endOfDay, startOfDay } from '../search/jakarta-days.js';
import { findFewListed } from './few-listed.js';
import { kindOf } from './report-kind.js';
import type { ReportFilter } from './report-list.input.js';
import type { ReportOrder } from './report-order.js';
import { administersAll, openedBy, reachIn } from './report-reach.js';
import type { ReportEntity } from './report.entity.js';
import { LISTED_AT, NEXT_DUE_AT, SELECT_REPORT } from './report.store.js';

/** Place in a list: the instant it is sorted by, as the database writes it (`infinity` for none), and the id among equals. */
export interface ReportKey {
  readonly at: string;
  readonly id: string;
}

/** A report with the instant by which its list is sorted. */
export interface ListedReport extends ReportEntity {
  readonly sortedAt: string;
}

/** One page of what a viewer may see. */
export interface ReportListRequest {
  readonly filter: ReportFilter | null;
  /** Words to look for, in the language of `websearch_to_tsquery`; null for none. */
  readonly words: string | null;
  /** Ids among which to look; null for all. */
  readonly among: readonly string[] | null;
  readonly orderBy: ReportOrder;
  readonly limit: number;
  readonly after: ReportKey | null;
  /** Deadlines are past, or not, at this instant. */
  readonly now: Date;
}

/**
 * Rows of one page and one more, in order; officers see them by submission, the public by publication. Who has no post
 * is not to ask for DUE_FIRST.
 */
export async function listReports(
  tx: EntityManager,
  viewer: Viewer,
  { filter, words, among, orderBy, limit, after, now }: ReportListRequest,
): Promise<readonly ListedReport[]> {
  const scopes = await loadScopes(tx, viewer, filter);
  const within = filter?.agencyId ? scopes.get(filter.agencyId.toLowerCase()) : null;
  if (within === undefined) return [];
  const scope = scopeOf(within);
  const posts = placePosts(viewer, scopes);
  const reach = reachIn(posts);
  const opensAll = administersAll(posts, scopes);
  const isOfficer = viewer.appointments.length > 0;
  const kind = kindOf(orderBy, filter);
  const span = { from: onDay(filter?.submittedFrom, startOfDay), to: onDay(filter?.submittedTo, endOfDay) };
  const few = await findFewListed(tx, {
    ...{ among, words, alsoAsFiled: isOfficer, kind },
    holders: scope === 'SOME' ? (within?.below ?? null) : null,
    span: scope === 'ALL' && orderBy === 'DUE_FIRST' ? span : null,
  });
  if (few?.length === 0) return [];
  const { instant, beyond, direction } = sortOf(orderBy, viewer);
  // `is true` keeps the index of words out of it: few matches are known by now, and many are met on the way.
  const listOf = (part: string): string => /* sql */ `
    select ${SELECT_REPORT}, ${instant}::text as "sortedAt"
      from report
      left join report_words words on words.report_id = report.id
      ${filter?.escalatedToMe === true ? ESCALATED_TO : ''}
     where ${instant} is not null
       and ($1 or ($2 and not report.is_secret) or report.holder_agency_id = any($4::uuid[])
            or report.published_at is not null)
       and ($5::text[] is null or report.state = any($5))
       and ($6::text[] is null or report.type = any($6))
       and ($7::text is null or report.category_id = $7 or report.category_id like $7 || '.%')
       and ($8::uuid is null or report.holder_agency_id = $8)
       and ($3::uuid[] is null or report.holder_agency_id = any($3))
       and ($9::text is null or report.region_code = $9 or report.region_code like $9 || '.%')
       and ($10::timestamptz is null or (${instant}, report.id) ${beyond} ($10, $11::uuid))
       and ($13::text is null
            or (words.published @@ words_sought($13)) is true and report.published_at is not null
            or $14 and (words.filed @@ words_sought($13)) is true
               and ($15 or ($16 and not report.is_secret) or report.holder_agency_id = any($4::uuid[])))
       and ($17::text[] is null or report.channel = any($17))
       and ($18::timestamptz is null or ${LISTED_AT} >= $18)
       and ($19::timestamptz is null or ${LISTED_AT} < $19)
       and ($20::boolean is distinct from true or ${IS_LATE})
       and ($20::boolean is distinct from false
            or (${NEXT_DUE_AT} >= $21 or report.state = 'RETURNED') and not ${IS_LATE})
       and ($22::uuid[] is null or report.id = any($22))
       ${part}
     order by ${instant} ${direction}, report.id ${direction}
     limit $12
  `;
  const isInTwo = orderBy === 'DUE_FIRST' && filter?.isOverdue === false;
  return tx.query<ListedReport[]>(isInTwo ? inTwoParts(listOf) : listOf(''), [
    reach.all || opensAll,
    reach.allButSecret,
    scope === 'SOME' ? within?.below : null,
    openedBy(posts, scopes),
    kind.states,
    kind.types,
    kind.categoryId,
    scope === 'ONE' ? within?.id : null,
    kind.regionCode,
    after?.at ?? null,
    after?.id ?? null,
    limit + 1,
    words,
    isOfficer,
    reach.readsAll || opensAll,
    reach.readsAllButSecret,
    kind.channels,
    span.from,
    span.to,
    filter?.isOverdue ?? null,
    now,
    few,
    ...(filter?.escalatedToMe === true ? [reach.administered] : []),
  ]);
}

/** Key of a row in its list. */
export function reportKeyOf(row: ListedReport): ReportKey {
  return { at: row.sortedAt, id: row.id };
}

/** How a list is sorted: by an instant, never null in DUE_FIRST. */
interface Sort {
  readonly instant: string;
  readonly beyond: '<' | '>';
  readonly direction: 'asc' | 'desc';
}

/* Few reports are ever told upwards, so these come first: index `escalation_by_agency`. */
const ESCALATED_TO = /* sql */ `
      join (select distinct report_id from escalation where to_agency_id = any($23::uuid[])) escalated
        on escalated.report_id = report.id`;

/*
 * One look into an index for each report that is asked about; written as `exists` it may read all clocks first. With
 * nothing due but the dispatching of a returned report, a report is not late.
 */
const IS_LATE = /* sql */ `coalesce((
              select bool_or(clock.due_at < $21
                             or exists (select from clock late
                                         where late.report_id = clock.report_id and late.kind = clock.kind
                                           and late.kind = 'RESOLUTION' and late.breached_at is not null))
                from clock
               where clock.report_id = report.id and clock.ended_at is null
                 and clock.kind in ('VERIFICATION', 'FIRST_FOLLOW_UP', 'RESOLUTION')), false)`;

/* Given as ids, because statistics see more of them than there are and read an agency's reports for them. */
const RETURNED = /* sql */ `select returned.id from report returned where returned.state = 'RETURNED'`;

/*
 * First in an inbox is what is late; where that is left out, the list begins after it in the index instead of walking
 * through. Only a returned report may stand before that and not be late.
 */
function inTwoParts(listOf: (part: string) => string): string {
  return /* sql */ `
    select * from (
      (${listOf(`and ${NEXT_DUE_AT} < $21 and report.id = any(array(${RETURNED}))`)})
      union all
      (${listOf(`and ${NEXT_DUE_AT} >= $21`)})
    ) as found
     order by found."sortedAt"::timestamptz, found.id
     limit $12`;
}

/** The order of submission is the office's, and even to the office it tells no more than the day of an anonymous one. */
function sortOf(orderBy: ReportOrder, viewer: Viewer): Sort {
  if (orderBy === 'DUE_FIRST') return { instant: NEXT_DUE_AT, beyond: '>', direction: 'asc' };
  const instant = viewer.appointments.length > 0 ? LISTED_AT : 'report.published_at';
  return orderBy === 'NEWEST'
    ? { instant, beyond: '<', direction: 'desc' }
    : { instant, beyond: '>', direction: 'asc' };
}

/*
 * Where the viewer serves and where the list is to look, before the list is made: told the very agencies, the database
 * knows how many reports they hold, and whether to go through theirs or through the list.
 */
async function loadScopes(
  tx: EntityManager,
  { appointments }: Viewer,
  filter: ReportFilter | null,
): Promise<ReadonlyMap<string, AgencyScope>> {
  const ids = [...appointments.map(({ agencyId }) => agencyId), filter?.agencyId ?? ''].filter(isUuid);
  return ids.length === 0 ? new Map() : loadAgencyScopes(tx, ids);
}

/** Whether a list looks at one agency, at several, or at all. */
function scopeOf(within: AgencyScope | null): 'ONE' | 'SOME' | 'ALL' {
  if (within === null || within.kind === 'NATIONAL_DESK') return 'ALL';
  return within.below.length > 1 ? 'SOME' : 'ONE';
}

function onDay(date: string | null | undefined, bound: (date: string) => Date): Date | null {
  return date === null || date === undefined ? null : bound(date);
}
