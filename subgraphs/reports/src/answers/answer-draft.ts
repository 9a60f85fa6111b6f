import type { OfficerRole } from '@satu-pintu/domain-kit';
import type { Outcome } from '../report/report-state.js';

/** A draft waits for its approval or for its writers, or it has ended. */
export const OPEN_DRAFT_STATES = ['AWAITING_APPROVAL', 'REJECTED'] as const;
export const DRAFT_STATES = [...OPEN_DRAFT_STATES, 'PUBLISHED', 'DISCARDED', 'SUPERSEDED'] as const;
export type OpenDraftState = (typeof OPEN_DRAFT_STATES)[number];
export type DraftState = (typeof DRAFT_STATES)[number];

/** What can be done to a draft; SUPERSEDE comes by itself when the report leaves its holder or is ended. */
export const DRAFT_ACTS = ['DRAFT', 'REVISE', 'REJECT', 'APPROVE', 'DISCARD', 'SUPERSEDE'] as const;
export type DraftAct = (typeof DRAFT_ACTS)[number];

/** What a drafter proposes to tell the reporter. */
export interface ProposedAnswer {
  readonly kind: 'INTERIM' | 'FINAL';
  readonly body: string;
  readonly outcome: Outcome | null;
  readonly promisedDate: string | null;
  /** Number of the memo (nota dinas) that stands behind it; for the office alone. */
  readonly memoRef: string | null;
}

/** An answer that is not given yet. */
export interface AnswerDraft extends ProposedAnswer {
  readonly id: string;
  readonly reportId: string;
  /** Link of the chain of holders by which the agency holds the report. */
  readonly dispositionSeq: number;
  readonly agencyId: string;
  /** From 1; grows with each step, and has nothing to do with the version of the report. */
  readonly version: number;
  readonly state: DraftState;
  readonly authorRole: OfficerRole;
  readonly authorOfficerId: string;
  /** Whose words are in it. */
  readonly writers: readonly string[];
  readonly createdAt: Date;
  readonly changedAt: Date;
}
