import { BREACHABLE } from '../deadlines/deadline.rules.js';
import type { Clock } from './clock.rules.js';

/** When the next running deadline of an agency is due; null while none runs. Inboxes are sorted by it. */
export function nextDeadline(clocks: readonly Clock[]): Date | null {
  const kinds: readonly Clock['kind'][] = BREACHABLE;
  const instants = clocks.flatMap(({ kind, endedAt, dueAt }) =>
    endedAt === null && dueAt !== null && kinds.includes(kind) ? [dueAt.getTime()] : [],
  );
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}
