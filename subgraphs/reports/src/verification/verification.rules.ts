import {
  accept,
  type AgencyPlace,
  type Decision,
  type InvalidInput,
  manages,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { redactContacts } from '../privacy/redaction.rules.js';
import type { AcceptedAct } from '../report/act.js';
import { actorFor } from '../report/actor-for.js';
import type { OfficerArchiveReason, ReportState, ReportType } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What a rule of verification asks of a report. */
export interface UnverifiedReport {
  readonly state: ReportState;
  readonly body: string;
  readonly isSecret: boolean;
  /** What the public read of it before it was archived and appealed. */
  readonly publicBody: string | null;
  readonly redactedAt: Date | null;
  readonly hiddenAt: Date | null;
  readonly returnCount: number;
  readonly isBinding: boolean;
}

/** What the verifier found out and decided. `category` and `agency` are null where the named one is not known. */
export interface Verification {
  readonly type: ReportType;
  readonly category: { readonly id: string; readonly isLeaf: boolean; readonly isValid: boolean } | null;
  readonly publicTitle: string;
  /** Redacted text for the public; null publishes the report's own, without contact details. */
  readonly publicBody: string | null;
  /** What the public may see of the files that came with it; null where one of them is not the report's. */
  readonly publicAttachments: readonly string[] | null;
  readonly agency: ({ readonly id: string; readonly isActive: boolean } & AgencyPlace) | null;
  /** Agencies that have returned this report before it was archived and appealed. */
  readonly returners: ReadonlySet<string>;
  /** Returns after which every disposition binds. */
  readonly returnsBeforeBinding: number;
}

/** Why a report is set aside, and what its reporter is told. */
export interface Archival {
  readonly reason: OfficerArchiveReason;
  readonly explanation: string;
}

export type VerificationRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'CategoryNotFound' }
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'AgencyOutOfReach' }
  | { readonly kind: 'AgencyHasReturnedIt' }
  | { readonly kind: 'AttachmentNotFound' }
  | InvalidInput;

/** What the public reads may be masked by hand: it stands beside the report's own text and not in its place. */
const PUBLIC_TITLE = { field: 'publicTitle', min: 5, max: 150, mayHoldMasks: true };
const PUBLIC_BODY = { field: 'publicBody', max: 8_000, mayHoldMasks: true };
const EXPLANATION = { field: 'explanation', min: 10, max: 2_000 };

/**
 * T05: a verified report goes to an agency that can act on it, and becomes public unless it is secret.
 * Verification is for the national desk, or for an admin of the house that the report was addressed to (decision D-2).
 * After an appeal it remembers who had returned the report: only the national desk sends it there again, bindingly.
 */
export function decideVerification(
  report: UnverifiedReport,
  standing: Standing,
  verification: Verification,
  now: Date,
): Decision<AcceptedAct, VerificationRefusal> {
  const verifier = actorFor('VERIFY', standing);
  if (!verifier) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('VERIFY', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });

  const { category, agency, returners } = verification;
  if (!category?.isLeaf || !category.isValid) return refuse({ kind: 'CategoryNotFound' });
  if (!agency?.isActive) return refuse({ kind: 'AgencyNotFound' });
  if (!mayDispatchTo(standing, agency)) return refuse({ kind: 'AgencyOutOfReach' });
  const hasReturnedIt = returners.has(agency.id);
  if (hasReturnedIt && !standing.national) return refuse({ kind: 'AgencyHasReturnedIt' });

  if (!verification.publicAttachments) return refuse({ kind: 'AttachmentNotFound' });

  const publicTitle = readText(verification.publicTitle, PUBLIC_TITLE);
  if (!publicTitle.ok) return publicTitle;
  const publicBody = readText(verification.publicBody ?? ownTextOf(report), PUBLIC_BODY);
  if (!publicBody.ok) return publicBody;

  return accept({
    act: 'VERIFY',
    actor: verifier,
    disposition: {
      toAgencyId: agency.id,
      isBinding: report.isBinding || hasReturnedIt || report.returnCount >= verification.returnsBeforeBinding,
    },
    publicAttachments: report.isSecret ? [] : verification.publicAttachments,
    fields: {
      type: verification.type,
      categoryId: category.id,
      publicTitle: redactContacts(publicTitle.value),
      publicBody: redactContacts(publicBody.value),
      dispatchedAt: now,
      publishedAt: report.isSecret || report.hiddenAt ? null : now,
      ...(report.hiddenAt && { publishedBeforeHiding: now }),
    },
  });
}

/**
 * T06: a report is set aside only while unverified, for a reason that is no lack of competence (its type has none),
 * and the reporter is always told why and where to turn.
 */
export function decideArchival(
  report: UnverifiedReport,
  standing: Standing,
  archival: Archival,
  now: Date,
): Decision<AcceptedAct, VerificationRefusal> {
  const verifier = actorFor('ARCHIVE', standing);
  if (!verifier) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('ARCHIVE', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  const explanation = readText(archival.explanation, EXPLANATION);
  if (!explanation.ok) return explanation;
  return accept({
    act: 'ARCHIVE',
    actor: verifier,
    reason: explanation.value,
    fields: { archiveReason: archival.reason, closedAt: now },
  });
}

/** Only the national desk crosses subtrees; everybody else dispatches inside the house they manage. */
function mayDispatchTo(standing: Standing, agency: AgencyPlace): boolean {
  return standing.national !== null || (standing.manager !== null && manages(standing.manager.place, agency));
}

/** What was taken out by hand does not come back because nobody has written another text. */
function ownTextOf({ body, publicBody, redactedAt }: UnverifiedReport): string {
  return redactedAt ? (publicBody ?? body) : body;
}
