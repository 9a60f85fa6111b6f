import { ADMIN_ROLES, isUuid, type OfficerRole, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { loadAgencies } from '../hierarchy/agency.store.js';
import { placePosts } from '../hierarchy/standing.store.js';
import type { ReportFilter } from './report-list.input.js';
import type { ReportEntity } from './report.entity.js';
import { SELECT_REPORT } from './report.store.js';

/** Place in a list: the instant it is sorted by, and the id among equals. */
export interface ReportKey {
  readonly at: string;
  readonly id: string;
}

/** One page of what a viewer may see. */
export interface ReportListRequest {
  readonly filter: ReportFilter | null;
  readonly orderBy: 'NEWEST' | 'OLDEST';
  readonly limit: number;
  readonly after: ReportKey | null;
}

/** What a viewer may list; the same rule as `sightOf`, said in SQL so that the database can page. */
interface Reach {
  readonly all: boolean;
  readonly allButSecret: boolean;
  readonly subtrees: readonly string[];
  readonly agencies: readonly string[];
}

const SEES_ALL: readonly OfficerRole[] = ['NATIONAL_ADMIN', 'OMBUDSMAN'];
const SEES_ALL_BUT_SECRET: readonly OfficerRole[] = ['KSP_VIEWER', 'MOHA_EVALUATOR', 'ANALYST'];
const SEES_OWN_AGENCY: readonly OfficerRole[] = ['LIAISON_OFFICER', 'INTAKE_OFFICER'];

/** Rows of one page and one more, in order; officers see them by submission, the public by publication. */
export async function listReports(
  tx: EntityManager,
  viewer: Viewer,
  { filter, orderBy, limit, after }: ReportListRequest,
): Promise<readonly ReportEntity[]> {
  const reach = await reachOf(tx, viewer);
  const sortedBy = sortColumn(viewer);
  const [beyond, direction] = orderBy === 'NEWEST' ? ['<', 'desc'] : ['>', 'asc'];
  const sql = /* sql */ `
    select ${SELECT_REPORT}
      from report
      join agency holder on holder.id = report.holder_agency_id
     where report.${sortedBy} is not null
       and ($1 or ($2 and not report.is_secret) or holder.path <@ any($3::ltree[])
            or holder.id = any($4::uuid[]) or report.published_at is not null)
       and ($5::text[] is null or report.state = any($5))
       and ($6::text[] is null or report.type = any($6))
       and ($7::text is null or report.category_id = $7 or report.category_id like $7 || '.%')
       and ($8::uuid is null or holder.path <@ (select path from agency where id = $8))
       and ($9::text is null or report.region_code = $9 or report.region_code like $9 || '.%')
       and ($10::timestamptz is null or (report.${sortedBy}, report.id) ${beyond} ($10, $11::uuid))
     order by report.${sortedBy} ${direction}, report.id ${direction}
     limit $12
  `;
  return tx.query<ReportEntity[]>(sql, [
    reach.all,
    reach.allButSecret,
    reach.subtrees,
    reach.agencies,
    filter?.states ?? null,
    filter?.types ?? null,
    plainCode(filter?.categoryId),
    agencyOf(filter),
    plainCode(filter?.regionCode),
    after?.at ?? null,
    after?.id ?? null,
    limit + 1,
  ]);
}

/** Key of a row in a viewer's list. */
export function reportKeyOf(row: ReportEntity, viewer: Viewer): ReportKey {
  const at = sortColumn(viewer) === 'submitted_at' ? row.submittedAt : (row.publishedAt ?? row.submittedAt);
  return { at: at.toISOString(), id: row.id };
}

/** The order of submission is the office's; it could tell the public when an anonymous reporter was active. */
function sortColumn(viewer: Viewer): 'submitted_at' | 'published_at' {
  return viewer.appointments.length > 0 ? 'submitted_at' : 'published_at';
}

async function reachOf(tx: EntityManager, viewer: Viewer): Promise<Reach> {
  const posts = placePosts(
    viewer,
    await loadAgencies(
      tx,
      viewer.appointments.map((post) => post.agencyId),
    ),
  );
  return {
    all: posts.some((post) => SEES_ALL.includes(post.role)),
    allButSecret: posts.some((post) => SEES_ALL_BUT_SECRET.includes(post.role)),
    subtrees: posts.filter((post) => ADMIN_ROLES.includes(post.role)).map((post) => post.place.path),
    agencies: posts.filter((post) => SEES_OWN_AGENCY.includes(post.role)).map((post) => post.agencyId),
  };
}

/** Codes are digits and dots; anything else finds nothing, and never reaches `like` as a pattern. */
function plainCode(code: string | null | undefined): string | null {
  if (code === null || code === undefined) return null;
  return /^[\d.]+$/.test(code) ? code : '-';
}

function agencyOf(filter: ReportFilter | null): string | null {
  const id = filter?.agencyId ?? null;
  return id !== null && !isUuid(id) ? '00000000-0000-0000-0000-000000000000' : id;
}
