import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { agencyId } from './small-tree.js';

/** A public report that lies with an office, as far as it is compared with others. */
export interface FilledReport {
  readonly key: string;
  readonly channel: string;
  readonly title: string;
  readonly body: string;
  readonly place: string | null;
  readonly categoryId: string;
  readonly regionCode: string;
  readonly at: Date;
}

const FILL = /* sql */ `
  with made as (
    select * from jsonb_to_recordset($1) as made (id uuid, tracking_id text, channel text, title text, body text,
                                                  place text, category_id text, region_code text, at timestamptz)
  ), filed as (
    insert into report (id, tracking_id, version, state, requested_type, type, title, body, public_title, public_body,
                        place, category_id, region_code, channel, is_anonymous, is_secret, rule_set_code,
                        holder_agency_id, disposition_seq, submitted_at, received_at, published_at)
    select id, tracking_id, 1, 'DISPATCHED', 'COMPLAINT', 'COMPLAINT_GENERAL', title, body, title, body, place,
           category_id, region_code, channel, false, false, 'PERMENPANRB_62_2018', $2, 1, at, at, at from made
    returning id, submitted_at
  )
  insert into disposition (report_id, seq, act, to_agency_id, by_role, at)
  select id, 1, 'SUBMIT', $2, 'REPORTER', submitted_at from filed
`;

/** Id of a report by its key, the same in every run. */
export function filledId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Puts many reports into the database at once, past the door, with their words. */
export async function fillReports(database: DataSource, reports: readonly FilledReport[]): Promise<void> {
  const rows = reports.map(({ key, categoryId, regionCode, ...report }, index) => ({
    ...report,
    id: filledId(key),
    tracking_id: String(index).padStart(10, '0'),
    category_id: categoryId,
    region_code: regionCode,
  }));
  await database.transaction(async (tx) => {
    // All words of all these reports are stored too, which takes a busy machine a while.
    await tx.query('set local statement_timeout = 0');
    await tx.query(FILL, [JSON.stringify(rows), agencyId('32.73/1.03')]);
  });
  for (const table of ['report', 'report_words', 'agency']) await database.query(`analyze ${table}`);
}
