import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { mayBePublished } from '../attachments/attachment.store.js';
import { loadCategory } from '../category/category.store.js';
import { returnersIn } from '../disposition/chain.rules.js';
import { loadDispositions } from '../disposition/disposition.store.js';
import { findAgency } from '../hierarchy/agency.store.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportType } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { limitOf } from '../sla/rule-set.js';
import { decideVerification, type VerificationRefusal } from './verification.rules.js';

/** What the verifier sends. */
export interface VerifyReportRequest extends ReportRequest {
  readonly type: ReportType;
  readonly categoryId: string;
  readonly publicTitle: string;
  readonly publicBody?: string | null | undefined;
  readonly agencyId: string;
  /** Files of the report that the public may see. */
  readonly publicAttachmentIds?: readonly string[] | null | undefined;
}

/** T05: classify a report, publish it, and send it to the agency that is to act. */
export class VerifyReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: VerifyReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, VerificationRefusal | ActRefusal>> {
    const publicIds = request.publicAttachmentIds ?? [];
    return actOnReport(this.parts, 'verifyReport', request, viewer, async ({ report, standing, tx, now }) => {
      const verification = {
        type: request.type,
        category: await loadCategory(tx, request.categoryId, now),
        publicTitle: request.publicTitle,
        publicBody: request.publicBody ?? null,
        agency: await findAgency(tx, request.agencyId),
        returners: returnersIn(await loadDispositions(tx, [report.id])),
        returnsBeforeBinding: limitOf(
          this.parts.office.ruleSets.get(report.ruleSetCode),
          'RETURNS_BEFORE_BINDING',
        ),
        publicAttachments: (await mayBePublished(tx, report.id, publicIds)) ? publicIds : null,
      };
      return decideVerification(report, standing, verification, now);
    });
  }
}
