import type { AuditEntry, AuditOutcome } from '@satu-pintu/audit';
import type { DataSource } from 'typeorm';

/** Which entries are asked for; null leaves a question open. */
export interface AuditQuestion {
  readonly subjectId: string | null;
  readonly officerId: string | null;
  readonly action: string | null;
  readonly outcome: AuditOutcome | null;
  readonly agencyId: string | null;
  /** From this instant on. */
  readonly from: Date | null;
  /** Before this instant. */
  readonly until: Date | null;
}

/** Place of an entry in its list. */
export interface AuditKey {
  /** ISO 8601. */
  readonly at: string;
  readonly id: string;
}

/** One wanted page. */
export interface AuditPage {
  readonly question: AuditQuestion;
  readonly limit: number;
  readonly after: AuditKey | null;
}

/** An entry as a list gives it. The position is not told: what stands beside a reporter's day would betray the hour. */
export interface AuditRow {
  readonly event_id: string;
  readonly entry: AuditEntry;
}

const MANAGED = /* sql */ `
  select agency.id from agency as post join agency on agency.house_path <@ post.house_path
   where post.id = any($1::uuid[])
`;

/** The agencies that are managed from others: themselves and all below in the same house. */
export async function findManaged(
  database: DataSource,
  agencyIds: readonly string[],
): Promise<readonly string[]> {
  if (agencyIds.length === 0) return [];
  const rows = await database.query<{ id: string }[]>(MANAGED, [agencyIds]);
  return rows.map(({ id }) => id);
}

/** A page of all entries, or of those that concern some agencies. */
export async function listAudit(
  database: DataSource,
  concerned: readonly string[] | null,
  page: AuditPage,
): Promise<readonly AuditRow[]> {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const sql = concerned === null ? everywhere(page, $) : within(concerned, page, $);
  return database.query<AuditRow[]>(sql, values);
}

type Parameter = (value: unknown) => string;

function everywhere({ question, limit, after }: AuditPage, $: Parameter): string {
  return /* sql */ `
    select audit_entry.event_id, audit_entry.entry from audit_entry
     where ${entriesThat(question, after, $)}
     order by audit_entry.at desc, audit_entry.event_id desc limit ${$(limit)}
  `;
}

/*
 * What was done to one thing or by one officer is little, and looked through. Otherwise the newest of each agency are
 * taken from an index that has them in order, and the newest of all these is the page. LIMIT and
 * OFFSET within keep that order: an agency with many entries among many with few would be read whole and sorted.
 */
function within(concerned: readonly string[], page: AuditPage, $: Parameter): string {
  const { question, limit, after } = page;
  const agencies = $(concerned);
  if (question.subjectId !== null || question.officerId !== null) {
    return /* sql */ `
      select audit_entry.event_id, audit_entry.entry from audit_entry
       where ${entriesThat(question, after, $)}
         and exists (select from audit_concern
                      where audit_concern.event_id = audit_entry.event_id
                        and audit_concern.agency_id = any(${agencies}::uuid[]))
       order by audit_entry.at desc, audit_entry.event_id desc limit ${$(limit)}
    `;
  }
  const rows = $(limit);
  // Nobody knows how many of an agency's entries it takes to find those of one kind.
  const enough = question.action === null && question.outcome === null ? `limit ${rows}` : 'offset 0';
  return /* sql */ `
    select distinct on (newest.at, newest.event_id) newest.event_id, newest.entry
      from unnest(${agencies}::uuid[]) as mine (agency_id)
     cross join lateral (
       select near.at, near.event_id, audit_entry.entry
         from (select audit_concern.at, audit_concern.event_id from audit_concern
                where ${['audit_concern.agency_id = mine.agency_id', ...placeIn('audit_concern', question, after, $)].join(' and ')}
                order by audit_concern.at desc, audit_concern.event_id desc ${enough}) as near
         join audit_entry on audit_entry.event_id = near.event_id
        where ${contentOf(question, $).join(' and ')}
        order by near.at desc, near.event_id desc limit ${rows}
     ) as newest
     order by newest.at desc, newest.event_id desc limit ${rows}
  `;
}

/** Conditions on entries alone. */
function entriesThat(question: AuditQuestion, after: AuditKey | null, $: Parameter): string {
  return [...contentOf(question, $), ...placeIn('audit_entry', question, after, $)].join(' and ');
}

/** What an entry must be. */
function contentOf(
  { subjectId, officerId, action, outcome }: AuditQuestion,
  $: Parameter,
): readonly string[] {
  return [
    'not audit_entry.is_private',
    ...(subjectId === null ? [] : [`audit_entry.subject_id = ${$(subjectId)}`]),
    ...(officerId === null ? [] : [`audit_entry.officer_id = ${$(officerId)}`]),
    ...(action === null ? [] : [`audit_entry.action = ${$(action)}`]),
    ...(outcome === null ? [] : [`audit_entry.outcome = ${$(outcome)}`]),
  ];
}

/** Where it must stand in the order of a table. */
function placeIn(
  ordered: 'audit_entry' | 'audit_concern',
  { from, until }: AuditQuestion,
  after: AuditKey | null,
  $: Parameter,
): readonly string[] {
  return [
    ...(from === null ? [] : [`${ordered}.at >= ${$(from)}`]),
    ...(until === null ? [] : [`${ordered}.at < ${$(until)}`]),
    ...(after === null
      ? []
      : [`(${ordered}.at, ${ordered}.event_id) < (${$(after.at)}::timestamptz, ${$(after.id)}::uuid)`]),
  ];
}
