import type { Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { AnswerDraft } from './answer-draft.js';
import { loadOpenDrafts } from './answer-draft.store.js';
import type { OpenDraft } from './answer.rules.js';

/** The open draft of a locked report, as it concerns one viewer; null where there is none. */
export async function findOpenDraft(
  tx: EntityManager,
  reportId: string,
  viewer: Viewer,
): Promise<OpenDraft | null> {
  const [draft] = await loadOpenDrafts(tx, [reportId]);
  return draft ? seenBy(viewer, draft) : null;
}

/** Whoever has written in it, in any of their posts, wrote it. */
export function seenBy({ appointments }: Viewer, draft: AnswerDraft): OpenDraft {
  const isOwn = appointments.some(({ officerId }) => draft.writers.includes(officerId));
  return { ...draft, isOwn };
}
