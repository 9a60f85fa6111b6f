import type { ReportFacts } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { ADD_DELTA } from './counters.js';
import { isPublic, lateAt } from './report-fact.rules.js';

/** A report as an event told it. */
export interface ToldReport {
  readonly version: number;
  readonly facts: ReportFacts;
}

const COLUMNS = [
  'report_id uuid',
  'version integer',
  'tracking_id text',
  'state text',
  'requested_type text',
  'type text',
  'category_id text',
  'region_code text',
  'holder_agency_id uuid',
  'channel text',
  'is_anonymous boolean',
  'is_secret boolean',
  'submitted_at timestamptz',
  'dispatched_at timestamptz',
  'first_follow_up_at timestamptz',
  'first_follow_up_due_at timestamptz',
  'responded_at timestamptz',
  'resolution_due_at timestamptz',
  'closed_at timestamptz',
  'close_reason text',
  'dispositions integer',
  'returns integer',
  'is_public boolean',
  'late_at timestamptz',
] as const;

const NAMES = COLUMNS.map((column) => column.slice(0, column.indexOf(' ')));

/*
 * All parts of the statement see the rows as they were before it: `before` is what is counted now, `after` what shall
 * be counted. Of several versions in one batch only the newest is looked at.
 */
const FOLD = /* sql */ `
  with told as (
    select distinct on (report_id) * from jsonb_to_recordset($1) as told (${COLUMNS.join(', ')})
     order by report_id, version desc
  ), before as (
    select fact.* from report_fact as fact join told using (report_id) where told.version > fact.version
  ), after as (
    insert into report_fact (${NAMES.join(', ')}) select ${NAMES.join(', ')} from told
    on conflict (report_id) do update
       set (${NAMES.join(', ')}) = row (${NAMES.map((name) => `excluded.${name}`).join(', ')})
     where report_fact.version < excluded.version
    returning *
  ), change as (
    select holder_agency_id, is_public, state, type, late_at, -1 as n from before
    union all
    select holder_agency_id, is_public, state, type, late_at, 1 from after
  ), delta as (
    select holder_agency_id as agency_id, is_public, state, coalesce(type, '') as type,
           sum(n) as n, coalesce(sum(n) filter (where late_at < late_until), 0) as overdue
      from change, counting
     group by 1, 2, 3, 4
    having sum(n) <> 0 or sum(n) filter (where late_at < late_until) <> 0
  ), ${ADD_DELTA}
`;

/**
 * Keeps the newest facts of each report and moves the counters by the difference. Deliveries may be repeated and out
 * of order. The counters must be locked. Says whether any number changed.
 */
export async function foldReports(tx: EntityManager, told: readonly ToldReport[]): Promise<boolean> {
  const changed = await tx.query<unknown[]>(FOLD, [JSON.stringify(told.map(factRowOf))]);
  return changed.length > 0;
}

/**
 * The row of `report_fact` by its columns. Names each, so that nothing else of the payload, the vault's seal above all,
 * is ever stored here.
 */
export function factRowOf({ version, facts }: ToldReport): Readonly<Record<string, unknown>> {
  return {
    report_id: facts.reportId,
    version,
    tracking_id: facts.trackingId,
    state: facts.state,
    requested_type: facts.requestedType,
    type: facts.type,
    category_id: facts.categoryId,
    region_code: facts.regionCode,
    holder_agency_id: facts.holderAgencyId,
    channel: facts.channel,
    is_anonymous: facts.isAnonymous,
    is_secret: facts.isSecret,
    submitted_at: facts.submittedAt,
    dispatched_at: facts.dispatchedAt,
    first_follow_up_at: facts.firstFollowUpAt,
    first_follow_up_due_at: facts.firstFollowUpDueAt,
    responded_at: facts.respondedAt,
    resolution_due_at: facts.resolutionDueAt,
    closed_at: facts.closedAt,
    close_reason: facts.closeReason,
    dispositions: facts.dispositions,
    returns: facts.returns,
    is_public: isPublic(facts),
    late_at: lateAt(facts),
  };
}
