import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, actorOf } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

export type MessageRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | InvalidInput;

const BODY = { field: 'body', min: 10, max: 4_000 };

/**
 * T18: an administrator of the house or of the national desk writes to the reporter about an answer. Silence is counted
 * anew from here: a report is closed only when both, the reporter and the administrators, have said nothing.
 */
export function decideMessage(
  report: { readonly state: ReportState },
  standing: Standing,
  message: { readonly id: string; readonly body: string },
): Decision<AcceptedAct, MessageRefusal> {
  const administrator = permitOnReport('SEND_MESSAGE', standing);
  if (!administrator) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('SEND_MESSAGE', report.state)) {
    return refuse({ kind: 'ReportNotInState', state: report.state });
  }
  const body = readText(message.body, BODY);
  if (!body.ok) return body;
  return accept({
    act: 'SEND_MESSAGE',
    actor: actorOf(administrator),
    followUp: { id: message.id, kind: 'MESSAGE', body: body.value },
  });
}
