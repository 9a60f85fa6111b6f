import type { DataSource } from 'typeorm';
import { loadOpenDrafts } from '../../src/answers/answer-draft.store.js';
import { loadDispositions } from '../../src/disposition/disposition.store.js';
import { loadFollowUpPage } from '../../src/follow-up/follow-up.store.js';
import type { AcceptedAct, Actor } from '../../src/report/act.js';
import type { ReportState } from '../../src/report/report-state.js';
import { loadReports } from '../../src/report/report.store.js';
import type { Act } from '../../src/report/transitions.js';
import { loadClocks, toClock } from '../../src/sla/clock.store.js';
import type { Life } from './life.js';

const HISTORY = /* sql */ `
  select act, from_state as "from", to_state as "to", by_role as "role", by_agency_id as "agencyId",
         by_officer_id as "officerId", reason, at
    from history_entry where report_id = $1 order by version
`;

const EVENTS = /* sql */ `select type from outbox where aggregate_id = $1 order by version`;

interface EntryRow extends Actor {
  readonly act: Act;
  readonly from: ReportState | null;
  readonly to: ReportState;
  readonly reason: string | null;
  readonly at: Date;
}

/** A report as the tables of the running service keep it. */
export async function storedLife({ manager }: DataSource, id: string, reporter: string): Promise<Life> {
  const [report] = await loadReports(manager, [id]);
  if (!report) throw new Error(`There is no report ${id}.`);
  const entries = await manager.query<EntryRow[]>(HISTORY, [id]);
  const lines = await loadFollowUpPage(manager, id, 0, 1_000);
  const events = await manager.query<{ type: string }[]>(EVENTS, [id]);
  return {
    reporter,
    report,
    clocks: (await loadClocks(manager, [id])).map(toClock),
    chain: await loadDispositions(manager, [id]),
    history: entries.map(({ role, agencyId, officerId, ...entry }) => ({
      ...entry,
      by: { role, agencyId, officerId },
    })),
    lines: lines.map((row) => {
      const author = { role: roleOf(row.author_kind), agencyId: row.agency_id, officerId: row.officer_id };
      return { id: row.id, kind: row.kind, body: row.body, author, by: author, at: row.created_at };
    }),
    draft: (await loadOpenDrafts(manager, [id]))[0] ?? null,
    events: events.map(({ type }) => type),
  };
}

/** Who wrote a line, as far as the line says it. */
function roleOf(author: 'AGENCY' | 'REPORTER' | 'SYSTEM'): Actor['role'] {
  return author === 'AGENCY' ? 'LIAISON_OFFICER' : author;
}

/** The act that led from one version of a report to the next, read from what was kept of it. */
export function actBetween(before: Life, after: Life): AcceptedAct {
  const entry = after.history.at(-1);
  if (!entry) throw new Error('Every version has an entry.');
  const link = after.chain[before.chain.length];
  const line = after.lines[before.lines.length];
  return {
    act: entry.act,
    actor: entry.by,
    ...(entry.reason !== null && { reason: entry.reason }),
    ...(link && { disposition: { toAgencyId: link.to_agency_id } }),
    ...(line && { followUp: line }),
    ...(line && before.draft?.id === line.id && { publishes: before.draft }),
  };
}
