import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { type AcceptedAct, THE_SYSTEM } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

export type SuccessionRefusal =
  { readonly kind: 'HolderGoesOn' } | { readonly kind: 'ReportNotInState'; readonly state: ReportState };

/**
 * T31, done by the platform: an open report follows the duties of its holder to whoever has them now, in the state in
 * which it is and with all its deadlines. A binding disposition binds the successor too.
 */
export function decideSuccession(
  report: { readonly state: ReportState; readonly isBinding: boolean },
  heir: { readonly agencyId: string; readonly reason: string } | null,
): Decision<AcceptedAct, SuccessionRefusal> {
  if (!heir) return refuse({ kind: 'HolderGoesOn' });
  if (!mayBeginIn('TAKE_OVER', report.state)) {
    return refuse({ kind: 'ReportNotInState', state: report.state });
  }
  return accept({
    act: 'TAKE_OVER',
    actor: THE_SYSTEM,
    reason: heir.reason,
    disposition: { toAgencyId: heir.agencyId, isBinding: report.isBinding },
  });
}
