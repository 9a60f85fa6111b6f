import { permit } from '@satu-pintu/authorization';
import { accept, type AgencyPlace, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { PlacedAppointment } from '../hierarchy/standing.js';
import { type Actor, actorOf } from '../report/act.js';

export type AnswerPolicyRefusal = { readonly kind: 'AgencyNotFound' } | { readonly kind: 'NotAllowed' };

/** How an agency answers is for the admins who manage it to decide, its own included. */
export function decideAnswerPolicy(
  posts: readonly PlacedAppointment[],
  agency: ({ readonly isActive: boolean } & AgencyPlace) | null,
): Decision<Actor, AnswerPolicyRefusal> {
  if (!agency?.isActive) return refuse({ kind: 'AgencyNotFound' });
  const manager = permit('SET_ANSWER_POLICY', posts, agency);
  return manager ? accept(actorOf(manager)) : refuse({ kind: 'NotAllowed' });
}
