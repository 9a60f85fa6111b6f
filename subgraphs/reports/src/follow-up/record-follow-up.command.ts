import { randomUUID } from 'node:crypto';
import { localDateOf } from '@satu-pintu/calendar';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { requiresApproval } from '../answers/answer-policy.store.js';
import type { AttachingRefusal, NamedAttachments } from '../attachments/attach.rules.js';
import { withAttachments } from '../attachments/with-attachments.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { Outcome } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideFollowUp, type FollowUpRefusal } from './follow-up.rules.js';

/** What the officer sends. */
export interface RecordFollowUpRequest extends ReportRequest, NamedAttachments {
  readonly kind: 'INTERIM' | 'FINAL';
  readonly body: string;
  readonly outcome?: Outcome | null | undefined;
  /** A day after today, in Jakarta; with outcome SCHEDULED. */
  readonly promisedDate?: string | null | undefined;
}

/** T10, T11: tell what was done, or answer finally; where answers need no approval. */
export class RecordFollowUp {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: RecordFollowUpRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, FollowUpRefusal | AttachingRefusal | ActRefusal>> {
    const draft = {
      id: randomUUID(),
      kind: request.kind,
      body: request.body,
      outcome: request.outcome ?? null,
      promisedDate: request.promisedDate ?? null,
    };
    return actOnReport(
      this.parts,
      'recordFollowUp',
      request,
      viewer,
      async ({ report, standing, tx, now }) => {
        const decision = decideFollowUp(report, standing, draft, {
          today: localDateOf(now, 'Asia/Jakarta'),
          now,
          requiresApproval: await requiresApproval(tx, report.holderAgencyId),
        });
        return withAttachments(decision, request, { tx, viewer, now });
      },
    );
  }
}
