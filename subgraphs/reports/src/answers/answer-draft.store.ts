import type { EntityManager } from 'typeorm';
import { giveFilesOfDraft, letGoAt } from '../attachments/draft-files.store.js';
import type { Actor } from '../report/act.js';
import type { AnswerDraft, DraftAct, DraftState, ProposedAnswer } from './answer-draft.js';

/** One step in the life of a draft. */
export interface DraftStepRow {
  readonly draftId: string;
  readonly version: number;
  readonly act: DraftAct;
  readonly body: string | null;
  readonly reason: string | null;
  readonly role: Actor['role'];
  readonly officerId: string | null;
  readonly at: Date;
}

/** What a step changes of a draft, and what it leaves of itself. */
export interface DraftStep {
  readonly act: DraftAct;
  readonly state: DraftState;
  readonly by: Actor;
  readonly answer?: ProposedAnswer;
  readonly reason?: string;
}

const OPEN = /* sql */ `
  select id, report_id as "reportId", disposition_seq as "dispositionSeq", agency_id as "agencyId", version, state,
         kind, body, outcome, promised_date::text as "promisedDate", memo_ref as "memoRef",
         author_role as "authorRole", author_officer_id as "authorOfficerId", writers,
         created_at as "createdAt", changed_at as "changedAt"
    from answer_draft
   where report_id = any($1::uuid[]) and state in ('AWAITING_APPROVAL', 'REJECTED')
`;

const INSERT = /* sql */ `
  insert into answer_draft (id, report_id, disposition_seq, agency_id, version, state, kind, body, outcome,
                            promised_date, memo_ref, author_role, author_officer_id, writers, created_at, changed_at)
  values ($1, $2, $3, $4, 1, 'AWAITING_APPROVAL', $5, $6, $7, $8, $9, $10, $11, array[$11::uuid], $12, $12)
`;

const UPDATE = /* sql */ `
  update answer_draft
     set version = version + 1, state = $3, kind = $4, body = $5, outcome = $6, promised_date = $7, memo_ref = $8,
         writers = case when $9::uuid is null or $9 = any (writers) then writers else writers || $9 end,
         changed_at = $10
   where id = $1 and version = $2
`;

const APPEND_STEP = /* sql */ `
  insert into answer_draft_step (draft_id, version, act, body, reason, by_role, by_agency_id, by_officer_id, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
`;

const SUPERSEDE = /* sql */ `
  with ended as (
    update answer_draft set version = version + 1, state = 'SUPERSEDED', changed_at = $2
     where report_id = $1 and state in ('AWAITING_APPROVAL', 'REJECTED')
    returning id, version
  ), loose as (
    update attachment set ${letGoAt('$2')} from ended where answer_draft_id = ended.id
  )
  insert into answer_draft_step (draft_id, version, act, by_role, at)
  select id, version, 'SUPERSEDE', 'SYSTEM', $2 from ended
`;

/* The last fifty steps of each: more than any draft should need, and never an endless page. */
const STEPS = /* sql */ `
  select step.draft_id as "draftId", step.version, step.act, step.body, step.reason, step.by_role as role,
         step.by_officer_id as "officerId", step.at
    from unnest($1::uuid[]) as asked (id)
    cross join lateral (
      select * from answer_draft_step where draft_id = asked.id order by version desc limit 50) as step
   order by step.draft_id, step.version
`;

/** The open drafts of these reports, one at most of each. */
export async function loadOpenDrafts(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly AnswerDraft[]> {
  return tx.query<AnswerDraft[]>(OPEN, [reportIds]);
}

/** What was done to these drafts, oldest first. */
export async function loadDraftSteps(
  tx: EntityManager,
  draftIds: readonly string[],
): Promise<readonly DraftStepRow[]> {
  return tx.query<DraftStepRow[]>(STEPS, [draftIds]);
}

/** A new draft for the holder of a locked report. */
export async function insertDraft(
  tx: EntityManager,
  draft: Pick<AnswerDraft, 'id' | 'reportId' | 'dispositionSeq' | 'agencyId'>,
  answer: ProposedAnswer,
  by: Actor,
  now: Date,
): Promise<void> {
  const { kind, body, outcome, promisedDate, memoRef } = answer;
  const place = [draft.id, draft.reportId, draft.dispositionSeq, draft.agencyId];
  await tx.query(INSERT, [...place, kind, body, outcome, promisedDate, memoRef, by.role, by.officerId, now]);
  await appendStep(tx, draft.id, 1, { act: 'DRAFT', state: 'AWAITING_APPROVAL', by, answer }, now);
}

/** One step on the open draft of a locked report. */
export async function takeStep(
  tx: EntityManager,
  draft: AnswerDraft,
  step: DraftStep,
  now: Date,
): Promise<void> {
  const { kind, body, outcome, promisedDate, memoRef } = step.answer ?? draft;
  const writer = step.answer ? step.by.officerId : null;
  await tx.query(UPDATE, [
    draft.id,
    draft.version,
    step.state,
    kind,
    body,
    outcome,
    promisedDate,
    memoRef,
    writer,
    now,
  ]);
  await appendStep(tx, draft.id, draft.version + 1, step, now);
}

/** The draft has become the line of the conversation that bears its id, with the files that hung on it. */
export async function publishDraft(
  tx: EntityManager,
  draft: AnswerDraft,
  by: Actor,
  now: Date,
): Promise<void> {
  await takeStep(tx, draft, { act: 'APPROVE', state: 'PUBLISHED', by }, now);
  await giveFilesOfDraft(tx, draft.id, { reportId: draft.reportId, followUpId: draft.id }, now);
}

/** Ends whatever draft is open on a report, and lets go of its files; no agency answers for a report that it no longer holds. */
export async function supersedeDrafts(tx: EntityManager, reportId: string, now: Date): Promise<void> {
  await tx.query(SUPERSEDE, [reportId, now]);
}

async function appendStep(
  tx: EntityManager,
  draftId: string,
  version: number,
  { act, answer, reason, by }: DraftStep,
  now: Date,
): Promise<void> {
  const said = [answer?.body ?? null, reason ?? null];
  await tx.query(APPEND_STEP, [draftId, version, act, ...said, by.role, by.agencyId, by.officerId, now]);
}
