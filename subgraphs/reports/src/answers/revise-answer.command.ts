import { localDateOf } from '@satu-pintu/calendar';
import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { AttachingRefusal } from '../attachments/attach.rules.js';
import { hangOnDraft } from '../attachments/draft-files.store.js';
import { claimAttachments } from '../attachments/with-attachments.js';
import { type ActRefusal, type CommandParts, writeBesideReport } from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { takeStep } from './answer-draft.store.js';
import { type AnswerRefusal, decideRevision, type NamedDraft } from './answer.rules.js';
import { type DraftAnswerRequest, proposedIn } from './draft-answer.command.js';
import { findOpenDraft } from './open-draft.js';

/** What the drafter sends: the draft as it was read, and the answer as it is to be, whole. */
export interface ReviseAnswerRequest extends DraftAnswerRequest, NamedDraft {}

/** Write a draft anew; it waits for its approval again, whatever was said of it. */
export class ReviseAnswer {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReviseAnswerRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, AnswerRefusal | AttachingRefusal | ActRefusal>> {
    return writeBesideReport<AnswerRefusal | AttachingRefusal>(
      this.parts,
      'reviseAnswer',
      request,
      viewer,
      async (opened) => {
        const { report, standing, tx, now } = opened;
        const open = await findOpenDraft(tx, report.id, viewer);
        const today = localDateOf(now, 'Asia/Jakarta');
        const decision = decideRevision(standing, open, request, proposedIn(request), today);
        if (!decision.ok) return decision;
        const { draft, by, answer } = decision.value;
        const files = await claimAttachments(request, { tx, viewer, now }, draft.id);
        if (!files.ok) return files;
        const step = { act: 'REVISE', state: 'AWAITING_APPROVAL', by, answer } as const;
        return accept(async () => {
          await takeStep(tx, draft, step, now);
          await hangOnDraft(tx, draft.id, files.value, now);
        });
      },
    );
  }
}
