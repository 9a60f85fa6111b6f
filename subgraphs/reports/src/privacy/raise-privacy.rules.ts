import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, type Actor, THE_REPORTER } from '../report/act.js';
import { actorFor } from '../report/actor-for.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rule of privacy asks of a report. */
export interface GuardedReport {
  readonly state: ReportState;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
}

/** How private a report is to become; a flag that is not set leaves things as they are, it never lowers them. */
export interface RaisedPrivacy {
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  /** Owed by officers; a reporter owes none. */
  readonly reason: string | null;
}

export type PrivacyRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'AlreadyPrivate' }
  | InvalidInput;

/** A secret report forgets when it had been public: what is said in secret is not to come out with it again. */
const UNPUBLISHED = { publishedAt: null, hiddenAt: null, publishedBeforeHiding: null } as const;

const REASON = { field: 'reason', min: 10, max: 2_000 };
const REPORTERS_REASON = { ...REASON, min: 1 };

/**
 * T30: a report becomes anonymous, secret or both, at any time in its life, by its reporter or an admin who manages it:
 * more privacy is never in the way of anybody whom a report is about. A secret one is public no longer; what was
 * written for the public is kept, and shown to nobody but those who may read the report.
 */
export function decideRaisedPrivacy(
  report: GuardedReport,
  standing: Standing,
  raised: RaisedPrivacy,
): Decision<AcceptedAct, PrivacyRefusal> {
  const guardian = actorFor('RAISE_PRIVACY', standing);
  if (!guardian) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('RAISE_PRIVACY', report.state))
    return refuse({ kind: 'ReportNotInState', state: report.state });
  if (!raised.isAnonymous && !raised.isSecret)
    return refuse({ kind: 'InvalidInput', field: 'isAnonymous', reason: 'EMPTY' });
  const reason = readReason(raised.reason, guardian);
  if (!reason.ok) return reason;
  const becomes = {
    isAnonymous: report.isAnonymous || raised.isAnonymous,
    isSecret: report.isSecret || raised.isSecret,
  };
  if (becomes.isAnonymous === report.isAnonymous && becomes.isSecret === report.isSecret)
    return refuse({ kind: 'AlreadyPrivate' });
  return accept({
    act: 'RAISE_PRIVACY',
    actor: guardian,
    ...(reason.value !== null && { reason: reason.value }),
    fields: { ...becomes, ...(becomes.isSecret && UNPUBLISHED) },
  });
}

/** Could this report still be made more private by this viewer? */
export function mayRaisePrivacy(report: GuardedReport, standing: Standing): boolean {
  return permitOnReport('RAISE_PRIVACY', standing) !== null && !(report.isAnonymous && report.isSecret);
}

function readReason(reason: string | null, guardian: Actor): Decision<string | null, InvalidInput> {
  if (guardian !== THE_REPORTER) return readText(reason ?? '', REASON);
  return reason === null ? accept(null) : readText(reason, REPORTERS_REASON);
}
