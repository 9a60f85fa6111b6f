import { stableId } from '@satu-pintu/domain-kit';
import type { ProposedAnswer } from '../../src/answers/answer-draft.js';
import type { NamedDraft, OpenDraft } from '../../src/answers/answer.rules.js';
import { HOLDER, NOON } from './builders.js';
import { agencyId } from './small-tree.js';

/** The draft that tests of rules mean. */
export const MEANT: NamedDraft = { draftId: '0d9c4f2e-1b57-4c39-8a6f-5e2d7c3b9a10', draftVersion: 2 };

/** A final answer with nothing wrong in it. */
export function anAnswer(changes: Partial<ProposedAnswer> = {}): ProposedAnswer {
  const rest = { outcome: 'FIXED' as const, promisedDate: null, memoRef: 'ND-12/DPUPR/2026' };
  return { kind: 'FINAL', body: 'Lubang sudah ditambal.', ...rest, ...changes };
}

/** An open draft of the public works office, written by its liaison officer. */
export function aDraft(changes: Partial<OpenDraft> = {}): OpenDraft {
  const author = stableId('officer', `LIAISON_OFFICER@${HOLDER}`);
  return {
    ...anAnswer(),
    id: MEANT.draftId,
    reportId: '7b0c2f0e-5d2f-4b8e-9a57-3d6e0a1f0c01',
    dispositionSeq: 1,
    agencyId: agencyId(HOLDER),
    version: MEANT.draftVersion,
    state: 'AWAITING_APPROVAL',
    authorRole: 'LIAISON_OFFICER',
    authorOfficerId: author,
    writers: [author],
    createdAt: NOON,
    changedAt: NOON,
    isOwn: false,
    ...changes,
  };
}
