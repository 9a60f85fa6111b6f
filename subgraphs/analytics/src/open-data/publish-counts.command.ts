import type { EntityManager } from 'typeorm';
import { type CountCell, tally } from '../counts/counts.rules.js';
import { COUNTS_CHANNEL } from '../projection/counters.js';
import { type AgencyTally, publishCube } from './published-cube.rules.js';

/** Levels of the tree whose breakdown is public: the root and the agencies right below it. */
const TOP_LEVELS = 2;

const READ_CUBE = /* sql */ `
  select agency.id as agency_id, agency.parent_id, nlevel(agency.path) <= ${String(TOP_LEVELS)} as is_top,
         json_agg(json_build_object(
           'state', state, 'type', nullif(type, ''), 'total', total, 'overdue', overdue)) as cells
    from report_count
    join agency on agency.id = report_count.agency_id
   where is_public and total > 0
   group by agency.id
`;

const REPLACE = /* sql */ `
  with published as (
    select agency_id, counts from jsonb_to_recordset($1) as published (agency_id uuid, counts jsonb)
  ), gone as (
    delete from published_count where agency_id not in (select agency_id from published)
  )
  insert into published_count as old (agency_id, counts) select agency_id, counts from published
  on conflict (agency_id) do update set counts = excluded.counts where old.counts <> excluded.counts
`;

/** Whether the public has seen the present numbers for long enough, or has seen none yet. */
const IS_DUE = /* sql */ `
  select published_at <= $1::timestamptz - make_interval(secs => $2)
         or not exists (select from published_count) as is_due
    from counting
`;

interface CubeRow {
  readonly agency_id: string;
  readonly parent_id: string | null;
  readonly is_top: boolean;
  readonly cells: readonly CountCell[];
}

/**
 * Publishes the public numbers as they are now, all at once, so that no two of them tell of different moments. Not
 * before the last publication is `everySeconds` old: whoever compares the numbers of two moments learns no single case.
 * The counters must be locked and their lateness be advanced to `now`.
 */
export async function publishWhenDue(tx: EntityManager, now: Date, everySeconds: number): Promise<void> {
  const [answer] = await tx.query<{ is_due: boolean }[]>(IS_DUE, [now, everySeconds]);
  if (!answer?.is_due) return;
  const rows = await tx.query<CubeRow[]>(READ_CUBE);
  const cube = publishCube(rows.map(toTally));
  const published = [...cube].map(([agencyId, counts]) => ({ agency_id: agencyId, counts }));
  await tx.query(REPLACE, [JSON.stringify(published)]);
  await tx.query(`update counting set published_at = $1 returning pg_notify('${COUNTS_CHANNEL}', '')`, [now]);
}

function toTally(row: CubeRow): AgencyTally {
  return { agencyId: row.agency_id, parentId: row.parent_id, isTop: row.is_top, tally: tally(row.cells) };
}
