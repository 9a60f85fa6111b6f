import type { Viewer } from '@satu-pintu/domain-kit';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { type DraftStepRow, loadDraftSteps, loadOpenDrafts } from '../answers/answer-draft.store.js';
import type { AnswerDraft } from '../answers/answer-draft.js';
import { type AnswerPolicyRow, loadAnswerPolicies } from '../answers/answer-policy.store.js';
import { type AttachmentRow, loadFiledWith, loadOfFollowUps } from '../attachments/attachment.store.js';
import { loadFilesOfDrafts } from '../attachments/draft-files.store.js';
import { type ProtectedReading, recordProtectedReadings } from '../audit/protected-readings.js';
import { type CategoryRow, loadCategories } from '../category/category.store.js';
import { type DispositionRow, loadDispositions } from '../disposition/disposition.store.js';
import { countSupport, findSupported } from '../duplicates/support.store.js';
import { type FollowUpRow, loadFollowUps, loadLatestFollowUps } from '../follow-up/follow-up.store.js';
import { type EscalationRow, loadEscalations } from '../deadlines/escalation.store.js';
import { type KnownAgency, loadAgencies } from '../hierarchy/agency.store.js';
import { supporterTagOf } from '../privacy/ownership.js';
import {
  loadOversight,
  type OversightReading,
  type OversightRow,
  recordReadings,
} from '../oversight/oversight-record.store.js';
import { type ClockRow, loadClocks } from '../sla/clock.store.js';
import { type HistoryRow, loadHistory } from './history.store.js';
import type { ReportEntity } from './report.entity.js';
import { loadReports } from './report.store.js';

/** Batched look-ups that live as long as one request: one statement per kind of thing, however long the page. */
export interface Loaders {
  readonly reports: DataLoader<string, ReportEntity | null>;
  readonly agencies: DataLoader<string, KnownAgency | null>;
  readonly categories: DataLoader<string, CategoryRow | null>;
  readonly clocks: DataLoader<string, readonly ClockRow[]>;
  readonly escalations: DataLoader<string, readonly EscalationRow[]>;
  readonly dispositions: DataLoader<string, readonly DispositionRow[]>;
  readonly history: DataLoader<string, readonly HistoryRow[]>;
  readonly followUps: DataLoader<string, FollowUpRow | null>;
  readonly latestFollowUps: DataLoader<string, FollowUpRow | null>;
  readonly supportCounts: DataLoader<string, number>;
  /** Whether the own account supports a report. */
  readonly ownSupport: DataLoader<string, boolean>;
  /** By report. */
  readonly openDrafts: DataLoader<string, AnswerDraft | null>;
  /** By draft. */
  readonly draftSteps: DataLoader<string, readonly DraftStepRow[]>;
  /** By agency. */
  readonly answerPolicies: DataLoader<string, AnswerPolicyRow | null>;
  /** Files that came with a report when it was filed. */
  readonly filedWith: DataLoader<string, readonly AttachmentRow[]>;
  /** Files that came with a line of the conversation. */
  readonly ofFollowUp: DataLoader<string, readonly AttachmentRow[]>;
  /** Files that are to come with a drafted answer. */
  readonly ofDraft: DataLoader<string, readonly AttachmentRow[]>;
  readonly oversight: DataLoader<string, OversightRow | null>;
  /** Writes a reading down, once in a request; what was written down otherwise is primed. */
  readonly readings: DataLoader<OversightReading, true, string>;
  /** Tells the audit log of a reading, once in a request. */
  readonly protectedReadings: DataLoader<ProtectedReading, true, string>;
}

export function createLoaders(
  manager: EntityManager,
  now: () => Date,
  { reporterKey }: Pick<Viewer, 'reporterKey'>,
): Loaders {
  return {
    reports: one(
      (ids) => loadReports(manager, ids),
      (row) => row.id,
    ),
    agencies: new DataLoader(async (ids) => {
      const found = await loadAgencies(manager, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    categories: one(
      (ids) => loadCategories(manager, ids, now()),
      (row) => row.id,
    ),
    clocks: many((ids) => loadClocks(manager, ids)),
    escalations: many((ids) => loadEscalations(manager, ids)),
    dispositions: many((ids) => loadDispositions(manager, ids)),
    history: many((ids) => loadHistory(manager, ids)),
    followUps: one(
      (ids) => loadFollowUps(manager, ids),
      (row) => row.id,
    ),
    latestFollowUps: one(
      (ids) => loadLatestFollowUps(manager, ids),
      (row) => row.report_id,
    ),
    supportCounts: new DataLoader(async (ids) => {
      const counts = new Map((await countSupport(manager, ids)).map((row) => [row.report_id, row.count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    ownSupport: new DataLoader(async (ids) => {
      if (reporterKey === null) return ids.map(() => false);
      const tags = ids.map((id) => supporterTagOf(reporterKey, id));
      const supported = await findSupported(manager, ids, tags);
      return ids.map((id) => supported.has(id));
    }),
    openDrafts: one(
      (ids) => loadOpenDrafts(manager, ids),
      (draft) => draft.reportId,
    ),
    draftSteps: new DataLoader(async (ids) => {
      const byDraft = Map.groupBy(await loadDraftSteps(manager, ids), (step) => step.draftId);
      return ids.map((id) => byDraft.get(id) ?? []);
    }),
    answerPolicies: one(
      (ids) => loadAnswerPolicies(manager, ids),
      (policy) => policy.agencyId,
    ),
    filedWith: many((ids) => loadFiledWith(manager, ids)),
    ofFollowUp: many(
      (ids) => loadOfFollowUps(manager, ids),
      (row) => row.follow_up_id,
    ),
    ofDraft: many(
      (ids) => loadFilesOfDrafts(manager, ids),
      (row) => row.answer_draft_id,
    ),
    oversight: one(
      (ids) => loadOversight(manager, ids),
      (row) => row.report_id,
    ),
    readings: new DataLoader<OversightReading, true, string>(
      async (readings) => {
        await recordReadings(manager, readings, now());
        return readings.map(() => true);
      },
      { cacheKeyFn: ({ reportId }) => reportId },
    ),
    protectedReadings: new DataLoader<ProtectedReading, true, string>(
      async (readings) => {
        await recordProtectedReadings(manager, readings, now());
        return readings.map(() => true);
      },
      { cacheKeyFn: ({ reportId }) => reportId },
    ),
  };
}

type Load<Row> = (ids: readonly string[]) => Promise<readonly Row[]>;

function one<Row>(load: Load<Row>, keyOf: (row: Row) => string): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const byKey = new Map((await load(ids)).map((row) => [keyOf(row), row]));
    return ids.map((id) => byKey.get(id) ?? null);
  });
}

function many<Row extends { readonly report_id: string | null }>(
  load: Load<Row>,
  keyOf: (row: Row) => string | null = (row) => row.report_id,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (ids) => {
    const byKey = Map.groupBy(await load(ids), keyOf);
    return ids.map((id) => byKey.get(id) ?? []);
  });
}
