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
  readonly public_body: string;
  readonly outcome: Outcome | null;
  readonly promised_date: string | null;
  readonly missing: readonly MissingItem[];
  readonly author_kind: 'AGENCY' | 'REPORTER' | 'SYSTEM';
  readonly agency_id: string | null;
  readonly officer_id: string | null;
  readonly created_at: Date;
}

const COLUMNS = `id, report_id, version, kind, body, public_body, outcome, promised_date::text as promised_date,
                 missing, author_kind, agency_id, officer_id, created_at`;

const APPEND = /* sql */ `
  insert into follow_up (id, report_id, version, kind, body, public_body, outcome, promised_date,
                         missing, author_kind, agency_id, officer_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
`;

const PAGE = /* sql */ `
  select ${COLUMNS} from follow_up where report_id = $1 and version > $2 order by version limit $3
`;

const LATEST = /* sql */ `
  select distinct on (report_id) ${COLUMNS}
    from follow_up where report_id = any($1::uuid[]) order by report_id, version desc
`;

const BY_ID = /* sql */ `select ${COLUMNS} from follow_up where id = any($1::uuid[])`;

const OF_VERSION = /* sql */ `select ${COLUMNS} from follow_up where report_id = $1 and version = $2`;

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
