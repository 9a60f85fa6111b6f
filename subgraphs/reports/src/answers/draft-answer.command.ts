import { randomUUID } from 'node:crypto';
import { localDateOf } from '@satu-pintu/calendar';
import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { AttachingRefusal, NamedAttachments } from '../attachments/attach.rules.js';
import { hangOnDraft } from '../attachments/draft-files.store.js';
import { claimAttachments } from '../attachments/with-attachments.js';
import {
  type ActRefusal,
  type CommandParts,
  type ReportRequest,
  writeBesideReport,
} from '../report/act-on-report.js';
import type { Outcome } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import type { ProposedAnswer } from './answer-draft.js';
import { insertDraft } from './answer-draft.store.js';
import { type AnswerRefusal, decideDraft } from './answer.rules.js';
import { findOpenDraft } from './open-draft.js';

/** What the drafter sends. */
export interface DraftAnswerRequest extends ReportRequest, NamedAttachments {
  readonly kind: 'INTERIM' | 'FINAL';
  readonly body: string;
  readonly outcome?: Outcome | null | undefined;
  readonly promisedDate?: string | null | undefined;
  readonly memoRef?: string | null | undefined;
}

/** Propose an answer, for another officer to approve. Nobody outside of the office learns of it. */
export class DraftAnswer {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: DraftAnswerRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, AnswerRefusal | AttachingRefusal | ActRefusal>> {
    const id = randomUUID();
    return writeBesideReport<AnswerRefusal | AttachingRefusal>(
      this.parts,
      'draftAnswer',
      request,
      viewer,
      async (opened) => {
        const { report, standing, tx, now } = opened;
        const open = await findOpenDraft(tx, report.id, viewer);
        const today = localDateOf(now, 'Asia/Jakarta');
        const decision = decideDraft(report, standing, open, proposedIn(request), today);
        if (!decision.ok) return decision;
        const files = await claimAttachments(request, { tx, viewer, now });
        if (!files.ok) return files;
        const { by, answer } = decision.value;
        const { dispositionSeq, holderAgencyId: agencyId } = report;
        const draft = { id, reportId: report.id, dispositionSeq, agencyId };
        return accept(async () => {
          await insertDraft(tx, draft, answer, by, now);
          await hangOnDraft(tx, id, files.value, now);
        });
      },
    );
  }
}

/** The answer that a request proposes. */
export function proposedIn(request: DraftAnswerRequest): ProposedAnswer {
  return {
    kind: request.kind,
    body: request.body,
    outcome: request.outcome ?? null,
    promisedDate: request.promisedDate ?? null,
    memoRef: request.memoRef ?? null,
  };
}
