import { randomUUID } from 'node:crypto';
import { type CalendarNotLoaded, localDateOf } from '@satu-pintu/calendar';
import { accept, type Decision, type InvalidInput, refuse, type Viewer } from '@satu-pintu/domain-kit';
import { violatedConstraint } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';
import { type DeedAtHand, inAuditedTransaction } from '../audit/audited-transaction.js';
import type { AttachingRefusal, NamedAttachments } from '../attachments/attach.rules.js';
import { attachFiles } from '../attachments/attachment.store.js';
import { claimAttachments } from '../attachments/with-attachments.js';
import {
  findAgency,
  type KnownAgency,
  loadCoordinatorOf,
  loadNationalDesk,
} from '../hierarchy/agency.store.js';
import { ownerTagOf } from '../privacy/ownership.js';
import { THE_REPORTER } from '../report/act.js';
import type { CommandParts } from '../report/act-on-report.js';
import { findCarriedOut, rememberRequest } from '../report/idempotency.store.js';
import { requestIdentity } from '../report/request-identity.js';
import type { ReportEntity } from '../report/report.entity.js';
import { loadReports } from '../report/report.store.js';
import { newTrackingId } from '../report/tracking-id.js';
import { CLOCK_EFFECTS } from '../sla/clock-effects.js';
import { moveClocks } from '../sla/clock.rules.js';
import { nextDeadline } from '../sla/next-deadline.rules.js';
import { planNotices } from '../sla/notice.rules.js';
import { decideSubmission, type Submission } from './intake.rules.js';
import { newReport, type Receipt } from './new-report.js';
import { insertSubmission } from './submission.store.js';

const TRACKING_ID_TRIES = 5;

/** What the reporter sends. */
export interface SubmitReportRequest extends Submission, Pick<NamedAttachments, 'attachmentIds'> {
  /** Agency that the reporter thinks of; the report is verified there if somebody can, else at the national desk. */
  readonly agencyId?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export type SubmissionRefusal =
  | InvalidInput
  | AttachingRefusal
  | CalendarNotLoaded
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'IdempotencyConflict' };

/** A report as it was taken in. */
export interface Submitted {
  readonly report: ReportEntity;
  /** Opens the report for whoever filed it without an account; derived, never stored. */
  readonly accessCode: string;
}

/** T01: take a report in. Once this has answered, the report is safe. */
export class SubmitReport {
  constructor(private readonly parts: CommandParts) {}

  async execute(
    request: SubmitReportRequest,
    viewer: Viewer,
  ): Promise<Decision<Submitted, SubmissionRefusal>> {
    const now = this.parts.clock.now();
    const submission = decideSubmission(request, localDateOf(now, 'Asia/Jakarta'));
    if (!submission.ok) return submission;
    const outcome = await withFreshTrackingId(() =>
      inAuditedTransaction<ReportEntity, SubmissionRefusal>(
        this.parts,
        'submitReport',
        { actor: { kind: 'REPORTER' } },
        (tx, deed) => this.takeIn(tx, deed, request, submission.value, viewer, now),
      ),
    );
    if (!outcome.ok) return outcome;
    return accept({ report: outcome.value, accessCode: this.parts.codes.codeOf(outcome.value.id) });
  }

  private async takeIn(
    tx: EntityManager,
    deed: DeedAtHand,
    request: SubmitReportRequest,
    submission: Submission,
    viewer: Viewer,
    now: Date,
  ): Promise<Decision<ReportEntity, SubmissionRefusal>> {
    // The statement that takes it in writes the entry as well, and a request that comes again needs none.
    deed.isWrittenDown = true;
    await this.parts.office.keepUp(tx);
    const addressed = request.agencyId ? await findAgency(tx, request.agencyId) : null;
    if (request.agencyId && !addressed?.isActive) return refuse({ kind: 'AgencyNotFound' });
    const holder = await verifierFor(tx, addressed);
    const received = newReport(submission, this.receiptFor(addressed, holder, viewer, now));
    const terms = this.clockTerms(received, holder);
    const clocks = moveClocks([], CLOCK_EFFECTS.SUBMIT, terms, now);
    if (!clocks.ok) return clocks;
    const planned = planNotices([], clocks.value, terms);
    const report = { ...received, nextDueAt: nextDeadline(planned) };

    const identity = requestIdentity('submitReport', request, viewer);
    const files = await claimAttachments(request, { tx, viewer, now });
    // Files that hang already may hang on the report of the same request.
    if (!files.ok) return identity && (await findCarriedOut(tx, identity)) ? replay(tx, identity) : files;
    if (identity && !(await rememberRequest(tx, identity, report.id, now))) return replay(tx, identity);
    await insertSubmission(tx, report, planned, THE_REPORTER, viewer.reporterSeal);
    await attachFiles(tx, { reportId: report.id, followUpId: null }, files.value, THE_REPORTER, now);
    return accept(report);
  }

  private clockTerms(report: ReportEntity, holder: KnownAgency): Parameters<typeof moveClocks>[2] {
    const { ruleSets, calendar } = this.parts.office;
    return {
      ruleSet: ruleSets.get(report.ruleSetCode),
      calendar,
      timeZone: holder.timeZone,
      type: null,
      pausedAt: null,
      mergedAt: null,
    };
  }

  private receiptFor(addressed: KnownAgency | null, holder: KnownAgency, viewer: Viewer, now: Date): Receipt {
    const id = randomUUID();
    return {
      id,
      trackingId: newTrackingId(),
      ownerTag: viewer.reporterKey === null ? null : ownerTagOf(viewer.reporterKey, id),
      ruleSetCode: this.parts.office.ruleSets.inForceOn(localDateOf(now, 'Asia/Jakarta')).code,
      addressedAgencyId: addressed?.id ?? null,
      holderAgencyId: holder.id,
      submittedAt: now,
    };
  }
}

/** Decision D-2: the coordinator of the addressed agency where one can sign in, else the national desk. */
async function verifierFor(tx: EntityManager, addressed: KnownAgency | null): Promise<KnownAgency> {
  const coordinator = addressed && (await loadCoordinatorOf(tx, addressed.id));
  return coordinator ?? loadNationalDesk(tx);
}

/** The key was used before: the same content gets the same report, other content a clear refusal. */
async function replay(
  tx: EntityManager,
  identity: NonNullable<ReturnType<typeof requestIdentity>>,
): Promise<Decision<ReportEntity, { readonly kind: 'IdempotencyConflict' }>> {
  const earlier = await findCarriedOut(tx, identity);
  const [report] = earlier?.isSame ? await loadReports(tx, [earlier.reportId]) : [];
  return report ? accept(report) : refuse({ kind: 'IdempotencyConflict' });
}

/** Of a thousand million numbers one may be taken: then another is drawn, and the reporter never knows. */
async function withFreshTrackingId<Taken>(takeIn: () => Promise<Taken>): Promise<Taken> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await takeIn();
    } catch (error) {
      if (attempt === TRACKING_ID_TRIES || violatedConstraint(error) !== 'report_tracking_id_is_unique')
        throw error;
    }
  }
}
