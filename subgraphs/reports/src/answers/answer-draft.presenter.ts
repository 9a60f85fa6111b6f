import type { AnswerDraft as Draft, OpenDraftState } from './answer-draft.js';
import type { DraftStepRow } from './answer-draft.store.js';
import { AnswerDraft, type AnswerDraftStep } from './answer-draft.type.js';

/** An open draft, for whoever sees drafts; they see all of it. */
export function presentDraft(draft: Draft): AnswerDraft {
  return Object.assign(new AnswerDraft(), {
    id: draft.id,
    version: draft.version,
    state: draft.state as OpenDraftState,
    kind: draft.kind,
    body: draft.body,
    outcome: draft.outcome,
    promisedDate: draft.promisedDate,
    memoRef: draft.memoRef,
    agency: { id: draft.agencyId },
    author: { id: draft.authorOfficerId },
    createdAt: draft.createdAt,
    changedAt: draft.changedAt,
  });
}

/** A step of it. */
export function presentDraftStep(row: DraftStepRow): AnswerDraftStep {
  const { version, act, role, body, reason, at } = row;
  return {
    version,
    act,
    role,
    body,
    reason,
    at,
    officer: row.officerId === null ? null : { id: row.officerId },
  };
}
