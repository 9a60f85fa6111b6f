import { accept, type Clock, type Decision, refuse, type Viewer } from '@satu-pintu/domain-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { actorInHistory, auditedActor, namesReport } from '../audit/audited-actor.rules.js';
import { type DeedAtHand, inAuditedTransaction } from '../audit/audited-transaction.js';
import type { Standing } from '../hierarchy/standing.js';
import { loadStanding } from '../hierarchy/standing.store.js';
import { type AccessCodes, proofOf } from '../privacy/ownership.js';
import { sightOf } from '../privacy/sight.rules.js';
import type { AcceptedAct, CommonRefusal } from './act.js';
import { type LivingOffice, prepareAct, saveAct } from './carry-out.js';
import { findCarriedOut, rememberRequest } from './idempotency.store.js';
import { refuseKey, type RequestIdentity, requestIdentity } from './request-identity.js';
import type { ReportEntity } from './report.entity.js';
import type { ReportVersions, VersionConflict } from './report-versions.js';
import { lockReport } from './report.store.js';

/** What every command is made with. */
export interface CommandParts {
  readonly database: DataSource;
  readonly office: LivingOffice;
  readonly clock: Clock;
  readonly codes: AccessCodes;
  readonly versions: ReportVersions;
}

/** What every request about an existing report says. */
export interface ReportRequest {
  readonly reportId: string;
  /** Proves a reporter without an account. */
  readonly accessCode?: string | null | undefined;
  /** Same key and content: the act is carried out once, however often it is asked for. */
  readonly idempotencyKey?: string | null | undefined;
  /** The version that the sender has read; the act is refused where the report has moved on since. */
  readonly version?: string | null | undefined;
}

/** A report that is locked and visible, and where the viewer stands towards it. */
export interface OpenedReport {
  readonly report: ReportEntity;
  readonly standing: Standing;
  readonly tx: EntityManager;
  readonly now: Date;
}

export type ActRefusal = CommonRefusal | VersionConflict | { readonly kind: 'IdempotencyConflict' };

/** What has to be locked before the report itself, where an act touches others too. */
export type LockFirst = (tx: EntityManager) => Promise<void>;

/**
 * The way of every command: open and lock the report, let the rule decide, save and announce, in one transaction.
 * A report that the viewer may not read answers as one that does not exist, before any rule is asked.
 */
export function actOnReport<Refused extends { readonly kind: string }>(
  parts: CommandParts,
  name: string,
  request: ReportRequest,
  viewer: Viewer,
  decide: (opened: OpenedReport) => Promise<Decision<AcceptedAct, Refused>> | Decision<AcceptedAct, Refused>,
  lockFirst?: LockFirst,
): Promise<Decision<ReportEntity, Refused | ActRefusal>> {
  const prepare = async (opened: OpenedReport): Promise<Prepared<Refused | CommonRefusal>> => {
    const { report, tx, now } = opened;
    const decision = await decide(opened);
    if (!decision.ok) return decision;
    const prepared = await prepareAct(tx, parts.office, report, decision.value, now);
    if (!prepared.ok) return prepared;
    return accept(async (deed) => {
      const after = await saveAct(tx, parts.office, prepared.value, now);
      deed.actor = actorInHistory(decision.value.actor) ?? deed.actor;
      deed.agencyIds = [report.holderAgencyId, after.holderAgencyId];
      return after;
    });
  };
  return onReport(parts, name, request, viewer, prepare, lockFirst);
}

/**
 * The same way for what is written beside a report and is no act on it: it has no version, no line in the history and
 * no event of the report, so nobody learns of it who may not read it.
 */
export function writeBesideReport<Refused extends { readonly kind: string }>(
  parts: CommandParts,
  name: string,
  request: ReportRequest,
  viewer: Viewer,
  decide: (
    opened: OpenedReport,
  ) => Promise<Decision<() => Promise<void>, Refused>> | Decision<() => Promise<void>, Refused>,
): Promise<Decision<ReportEntity, Refused | ActRefusal>> {
  return onReport<Refused>(parts, name, request, viewer, async (opened) => {
    const write = await decide(opened);
    if (!write.ok) return write;
    return accept(async () => {
      await write.value();
      return opened.report;
    });
  });
}

/** What is still to be written, and noted of it, or why not. */
type Prepared<Refused> = Decision<(deed: DeedAtHand) => Promise<ReportEntity>, Refused>;

/** Opens the report and carries a request out once; `prepare` only reads, what it gives back writes. */
async function onReport<Refused extends { readonly kind: string }>(
  parts: CommandParts,
  name: string,
  request: ReportRequest,
  viewer: Viewer,
  prepare: (opened: OpenedReport) => Promise<Prepared<Refused>>,
  lockFirst?: LockFirst,
): Promise<Decision<ReportEntity, Refused | ActRefusal>> {
  const identity = requestIdentity(name, request, viewer);
  const asked = { action: name, hasCode: (request.accessCode ?? null) !== null };
  const subject = namesReport(name) ? ({ kind: 'REPORT', id: request.reportId } as const) : null;
  const actor = auditedActor(asked, viewer, null);
  return inAuditedTransaction<ReportEntity, Refused | ActRefusal>(
    parts,
    name,
    { actor, subject },
    async (tx, deed) => {
      await parts.office.keepUp(tx);
      await lockFirst?.(tx);
      const opened = await openReport(tx, parts, request, viewer);
      if (!opened) return refuse({ kind: 'ReportNotFound' });
      deed.actor = auditedActor(asked, viewer, opened.standing);
      const badKey = refuseKey(request);
      if (badKey) return refuse(badKey);
      const earlier = await answerEarlier(tx, identity, opened.report);
      deed.isWrittenDown = earlier !== null;
      if (earlier) return earlier;
      const conflict = parts.versions.conflictOf(opened.report, opened.standing, request.version);
      if (conflict) return refuse(conflict);

      const prepared = await prepare(opened);
      if (!prepared.ok) return prepared;
      // Taken in the same instant for another report: nothing is written yet, so nothing is half done.
      const isFirst = !identity || (await rememberRequest(tx, identity, opened.report.id, opened.now));
      if (!isFirst) return refuse({ kind: 'IdempotencyConflict' });
      return accept(await prepared.value(deed));
    },
  );
}

async function openReport(
  tx: EntityManager,
  parts: CommandParts,
  request: ReportRequest,
  viewer: Viewer,
): Promise<OpenedReport | null> {
  const report = await lockReport(tx, request.reportId);
  if (!report) return null;
  const { standing } = await loadStanding(
    tx,
    report,
    viewer,
    proofOf(viewer, request.accessCode, parts.codes),
  );
  const sight = sightOf(report, standing);
  return sight.exists ? { report, standing, tx, now: parts.clock.now() } : null;
}

async function answerEarlier(
  tx: EntityManager,
  identity: RequestIdentity | null,
  report: ReportEntity,
): Promise<Decision<ReportEntity, { readonly kind: 'IdempotencyConflict' }> | null> {
  const earlier = identity && (await findCarriedOut(tx, identity));
  if (!earlier) return null;
  return earlier.isSame && earlier.reportId === report.id
    ? accept(report)
    : refuse({ kind: 'IdempotencyConflict' });
}
