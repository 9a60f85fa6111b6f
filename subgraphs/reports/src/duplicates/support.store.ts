import type { EntityManager } from 'typeorm';

/** How many citizens a report speaks for beside its reporter. */
export interface SupportCountRow {
  readonly report_id: string;
  readonly count: number;
}

const ADD = /* sql */ `
  insert into support (report_id, supporter_tag) values ($1, $2) on conflict do nothing
`;

const TAKE_BACK = /* sql */ `delete from support where report_id = $1 and supporter_tag = $2`;

/*
 * Supporters of a report and of those merged into it, and the reporters of these. A secret one counts nothing: the
 * number would tell that it is there.
 */
const COUNT = /* sql */ `
  with voice as (
    select id as report_id, id as member_id, 0 as reporters from unnest($1::uuid[]) as asked (id)
    union all
    select merged_into_id, id, 1 from report where merged_into_id = any($1::uuid[]) and not is_secret
  )
  select voice.report_id, sum(voice.reporters + supporters.count)::int as count
    from voice, lateral (select count(*) from support where report_id = voice.member_id) as supporters
   group by voice.report_id
`;

const SUPPORTED = /* sql */ `
  select report_id as id
    from support
    join unnest($1::uuid[], $2::bytea[]) as own (report_id, supporter_tag) using (report_id, supporter_tag)
`;

/** A second support under the same tag changes nothing. */
export async function addSupport(tx: EntityManager, reportId: string, supporterTag: Buffer): Promise<void> {
  await tx.query(ADD, [reportId, supporterTag]);
}

/** Where there is none, nothing changes. */
export async function removeSupport(
  tx: EntityManager,
  reportId: string,
  supporterTag: Buffer,
): Promise<void> {
  await tx.query(TAKE_BACK, [reportId, supporterTag]);
}

export async function countSupport(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly SupportCountRow[]> {
  return tx.query<SupportCountRow[]>(COUNT, [reportIds]);
}

/** Those of some reports under which one of the given tags stands; a tag belongs to the report at the same place. */
export async function findSupported(
  tx: EntityManager,
  reportIds: readonly string[],
  supporterTags: readonly Buffer[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }[]>(SUPPORTED, [reportIds, supporterTags]);
  return new Set(rows.map((row) => row.id));
}
