import { accept, type Decision, refuse } from './decision.js';
import { holdsMask } from './masks.js';

/** A value that no one could accept, and the sentence that says why. */
export interface InvalidInput {
  readonly kind: 'InvalidInput';
  readonly field: string;
  /** What is wrong with it, as a clause for both languages' sentences. */
  readonly reason:
    | 'EMPTY'
    | 'TOO_SHORT'
    | 'TOO_LONG'
    | 'UNREADABLE'
    | 'MASKED'
    | 'MALFORMED'
    | 'IN_THE_FUTURE'
    | 'UNKNOWN'
    | 'OWN_AGENCY';
}

/** How long a text may be, in characters as a person counts them (code points). */
export interface TextLimits {
  readonly field: string;
  readonly min?: number;
  readonly max: number;
  /** The text is itself what others read in place of the real one, or is only looked for. */
  readonly mayHoldMasks?: boolean;
}

/** NUL and the other controls that are no white space, and marks that turn the direction of reading around. */
const UNREADABLE = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/**
 * A text as it is stored: trimmed, NFC, one kind of line end; refused when empty, too long or not readable, and when it
 * holds a mask: a client that sends back what it was shown would overwrite what it was not.
 */
export function readText(
  text: string,
  { field, min = 1, max, mayHoldMasks = false }: TextLimits,
): Decision<string, InvalidInput> {
  const invalid = (reason: InvalidInput['reason']): Decision<string, InvalidInput> =>
    refuse({ kind: 'InvalidInput', field, reason });
  if (!text.isWellFormed() || UNREADABLE.test(text)) return invalid('UNREADABLE');
  const tidy = text.replaceAll('\r\n', '\n').normalize('NFC').trim();
  const { length } = Array.from(tidy);
  if (length === 0) return invalid('EMPTY');
  if (!mayHoldMasks && holdsMask(tidy)) return invalid('MASKED');
  if (length < min) return invalid('TOO_SHORT');
  if (length > max) return invalid('TOO_LONG');
  return accept(tidy);
}
