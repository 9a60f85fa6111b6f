import { isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Reach } from '../report/report-reach.js';
import type { ReportEntity } from '../report/report.entity.js';
import { LISTED_AT, SELECT_REPORT } from '../report/report.store.js';

/** Where and among what to look; null where it is not known. */
export interface Neighbourhood {
  /** All that was said: title, text, place. */
  readonly words: string;
  readonly regionCode: string | null;
  readonly categoryId: string | null;
  readonly agencyId: string | null;
  /** Nothing that was filed earlier. */
  readonly since: Date;
  /** The report itself, where there is one. */
  readonly except: string | null;
}

/* A report can be joined while it is open, and shows what was done after it is closed; the others lead nowhere. */
const VISIBLE = /* sql */ `
  report.state in ('SUBMITTED', 'AWAITING_REPORTER', 'DISPATCHED', 'RETURNED', 'IN_PROGRESS', 'RESPONDED', 'CLOSED')
  and report.id is distinct from $6::uuid
  and ($1 or ($2 and not report.is_secret) or holder.path <@ any($3::ltree[]) or holder.id = any($4::uuid[])
       or report.published_at is not null)
`;

/** The newest reports of one kind of neighbourhood: one walk along the index that is sorted by this instant. */
function newest(condition: string, limit: string, instant = 'report.submitted_at'): string {
  return /* sql */ `
    (select report.id,
            $11 or ($12 and not report.is_secret) or holder.path <@ any($3::ltree[]) or holder.id = any($4::uuid[])
              as is_read
       from report join agency as holder on holder.id = report.holder_agency_id
      where ${condition} and ${instant} >= $5 and ${VISIBLE}
      order by ${instant} desc limit ${limit})`;
}

/*
 * At most 500 reports near by, by place, topic and agency; of these the 40 that share most with what was said, where a
 * word that few of them have tells more. Who may not read a report as it was filed compares what was published. Numbers as
 * long as a telephone's and addresses are not compared: they are masked where the public reads.
 */
const NEAR = /* sql */ `
  with near as materialized (
    ${newest('left(report.region_code, 5) = $8 and report.category_id = $9', '200')} union
    ${newest('left(report.region_code, 5) = $8', 'case when $9::text is null then 400 else 200 end')} union
    ${newest('left(report.region_code, 5) is null and report.category_id = $9', '50')} union
    ${newest('$8::text is null and report.category_id = $9', '200')} union
    ${newest('report.holder_agency_id = $10', '50', LISTED_AT)}
  ), sought as materialized (
    select word from unnest(tsvector_to_array(words_of($7))) as word where word !~ '[0-9]{6}|@'
  ), shared as materialized (
    select near.id, said.word
      from near
      cross join lateral (
        select words.filed, words.published, report.place
          from report join report_words as words on words.report_id = report.id
         where report.id = near.id limit 1) as text
      cross join lateral unnest(tsvector_to_array(
        case when near.is_read then text.filed
             else text.published || to_tsvector('pg_catalog.indonesian', coalesce(text.place, '')) end)) as said (word)
     /* Not joined: taken for a single word, all reports were gone through for each of them. */
     where said.word = any ((select array_agg(word) from sought)::text[])
  ), rarity as (
    select word, ln(1 + (select count(*) from near)::float8 / count(*)) as weight from shared group by word
  ), likeness as (
    select shared.id, sum(rarity.weight) / (select sum(weight) from rarity) as share
      from shared join rarity using (word) group by shared.id
  )
  select ${SELECT_REPORT}
    from likeness cross join lateral (select * from report where id = likeness.id limit 1) as report
   order by likeness.share + case when report.category_id = $9 then 0.3 else 0 end desc, report.submitted_at desc, report.id
   limit 40
`;

/** Reports near by that a viewer may see, those first that share most with what was said. */
export async function findNearReports(
  tx: EntityManager,
  reach: Reach,
  { words, regionCode, categoryId, agencyId, since, except }: Neighbourhood,
): Promise<readonly ReportEntity[]> {
  const regency = regionCode !== null && regionCode.length >= 5 ? regionCode.slice(0, 5) : null;
  const agency = agencyId !== null && isUuid(agencyId) ? agencyId : null;
  return tx.query<ReportEntity[]>(NEAR, [
    reach.all,
    reach.allButSecret,
    reach.subtrees,
    reach.agencies,
    since,
    except,
    words,
    regency,
    categoryId,
    agency,
    reach.readsAll,
    reach.readsAllButSecret,
  ]);
}
