import type { PlacedEvent, ReportFacts } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** What the consumer listens to. */
export const HELD_REPORT_EVENTS = ['report.*'];

/** States in which nobody has to do anything any more; a merged report is carried on by the one it went into. */
const ENDED: readonly string[] = ['CLOSED', 'ARCHIVED', 'WITHDRAWN', 'MERGED'];

const PROJECT = /* sql */ `
  insert into held_report (report_id, holder_agency_id, is_open, version)
  select distinct on (report_id) report_id, holder_agency_id, is_open, version
    from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::integer[])
      as told (report_id, holder_agency_id, is_open, version)
   order by report_id, version desc
  on conflict (report_id) do update
     set holder_agency_id = excluded.holder_agency_id, is_open = excluded.is_open, version = excluded.version
   where held_report.version < excluded.version
`;

/** Keeps the newest word on who holds each report, whatever the order in which it comes. */
export async function projectHeldReports(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  const reports = events.map(({ payload, version }) => ({ facts: payload as ReportFacts, version }));
  await tx.query(PROJECT, [
    reports.map(({ facts }) => facts.reportId),
    reports.map(({ facts }) => facts.holderAgencyId),
    reports.map(({ facts }) => !ENDED.includes(facts.state)),
    reports.map(({ version }) => version),
  ]);
}
