import { OPEN_STATES } from '@satu-pintu/domain-kit';

const OPEN: ReadonlySet<string> = new Set(OPEN_STATES);

/** An open report still has a holder who owes something; the final states do not. */
export function isOpen(state: string): boolean {
  return OPEN.has(state);
}
