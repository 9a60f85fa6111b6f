import { isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { redactContacts } from '../privacy/redaction.rules.js';
import type { Actor, NewFollowUp } from '../report/act.js';
import type { FollowUpKind, MissingItem, Outcome } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';

/** One line of the conversation, as its row. */
export interface FollowUpRow {
  readonly id: string;
  readonly report_id: string;
  readonly version: number;
  readonly kind: FollowUpKind;
  readonly body: string;
  /** Null for a line whose text an editor has taken from the public. */
  readonly public_body: string | null;
  readonly outcome: Outcome | null;
  readonly promised_date: string | null;
  readonly missing: readonly MissingItem[];
  readonly author_kind: 'AGENCY' | 'REPORTER' | 'SYSTEM';
  readonly agency_id: string | null;
  readonly officer_id: string | null;
  readonly created_at: Date;
}

const COLUMNS = `id, report_id, version, kind, body,
                 case when hidden_line is null then public_body end as public_body, outcome, promised_date::text as promised_date,
                 missing, author_kind, agency_id, officer_id, created_at`;

const LINES = `follow_up
  left join (select follow_up_id as hidden_line from follow_up_redaction) as hidden on hidden_line = follow_up.id`;

const APPEND = /* sql */ `
  insert into follow_up (id, report_id, version, kind, body, public_body, outcome, promised_date,
                         missing, author_kind, agency_id, officer_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
`;

const PAGE = /* sql */ `
  select ${COLUMNS} from ${LINES} where report_id = $1 and version > $2 order by version limit $3
`;

const LATEST = /* sql */ `
  select distinct on (report_id) ${COLUMNS}
    from ${LINES} where report_id = any($1::uuid[]) order by report_id, version desc
`;

const BY_ID = /* sql */ `select ${COLUMNS} from ${LINES} where id = any($1::uuid[])`;

const OF_VERSION = /* sql */ `select ${COLUMNS} from ${LINES} where report_id = $1 and version = $2`;

const LINES_OF = /* sql */ `select id from follow_up where report_id = $1 and id = any($2::uuid[])`;

const HIDE_LINES = /* sql */ `
  insert into follow_up_redaction (follow_up_id, report_id, version)
  select line, $2, $3 from unnest($1::uuid[]) as line
  on conflict (follow_up_id) do nothing
`;

export async function appendFollowUp(
  tx: EntityManager,
  report: ReportEntity,
  actor: Actor,
  followUp: NewFollowUp,
  now: Date,
): Promise<void> {
  const { role, agencyId, officerId } = followUp.author ?? actor;
  await tx.query(APPEND, [
    followUp.id,
    report.id,
    report.version,
    followUp.kind,
    followUp.body,
    redactContacts(followUp.body),
    followUp.outcome ?? null,
    followUp.promisedDate ?? null,
    followUp.missing ?? [],
    role === 'REPORTER' || role === 'SYSTEM' ? role : 'AGENCY',
    agencyId,
    officerId,
    now,
  ]);
}

/** Follow-ups of one report after a version, oldest first. */
export async function loadFollowUpPage(
  tx: EntityManager,
  reportId: string,
  afterVersion: number,
  limit: number,
): Promise<readonly FollowUpRow[]> {
  return tx.query<FollowUpRow[]>(PAGE, [reportId, afterVersion, limit]);
}

/** The newest follow-up of each report that has one. */
export async function loadLatestFollowUps(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly FollowUpRow[]> {
  return tx.query<FollowUpRow[]>(LATEST, [reportIds]);
}

export async function loadFollowUps(
  tx: EntityManager,
  ids: readonly string[],
): Promise<readonly FollowUpRow[]> {
  return tx.query<FollowUpRow[]>(BY_ID, [ids.filter(isUuid)]);
}

/** The follow-up that one event told of. */
export async function findFollowUpOf(
  tx: EntityManager,
  reportId: string,
  version: number,
): Promise<FollowUpRow | null> {
  const [row] = await tx.query<FollowUpRow[]>(OF_VERSION, [reportId, version]);
  return row ?? null;
}

/** Those of some ids that are lines of this report. */
export async function findLinesOf(
  tx: EntityManager,
  reportId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }[]>(LINES_OF, [reportId, ids.filter(isUuid)]);
  return new Set(rows.map(({ id }) => id));
}

/** Takes the text of some lines from the public; what is hidden already stays so. */
export async function hideLines(
  tx: EntityManager,
  { id, version }: ReportEntity,
  lines: readonly string[],
): Promise<void> {
  await tx.query(HIDE_LINES, [lines, id, version]);
}
