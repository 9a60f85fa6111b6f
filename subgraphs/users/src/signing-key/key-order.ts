import { parseArgs } from 'node:util';
import { accept, type Decision, readText, refuse } from '@satu-pintu/domain-kit';
import type { KeyToRevoke } from './revoke-signing-key.command.js';

/** What an operator wants. */
export type KeyOrder =
  | { readonly act: 'list' }
  | { readonly act: 'rotate' }
  | { readonly act: 'revoke'; readonly key: KeyToRevoke };

/** The order could not be read; the sentence says why. */
export interface OrderUnreadable {
  readonly kind: 'OrderUnreadable';
  readonly message: string;
}

const LONGEST_REASON = 200;

/** Reads what was typed behind `npm run keys --`. */
export function readKeyOrder(typed: readonly string[]): Decision<KeyOrder, OrderUnreadable> {
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      options: { reason: { type: 'string' } },
      allowPositionals: true,
    });
    return readWords(positionals, values.reason);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

function readWords(
  [act, kid, ...more]: readonly string[],
  reason: string | undefined,
): Decision<KeyOrder, OrderUnreadable> {
  if (act === undefined) return unreadable('Nothing was asked for.');
  if (act === 'revoke') {
    if (kid === undefined) return unreadable('revoke needs the kid of a key.');
    return more.length > 0 ? tooMuch(more) : readRevocation(kid, reason);
  }
  if (act !== 'list' && act !== 'rotate') return unreadable(`There is no ${JSON.stringify(act)}.`);
  if (reason !== undefined) return unreadable('--reason goes with revoke alone.');
  return kid === undefined ? accept({ act }) : tooMuch([kid, ...more]);
}

function readRevocation(kid: string, given: string | undefined): Decision<KeyOrder, OrderUnreadable> {
  if (given === undefined) return accept({ act: 'revoke', key: { kid, reason: null } });
  const reason = readText(given, { field: 'reason', max: LONGEST_REASON });
  // The list shows it in one line.
  if (!reason.ok || /\s/.test(reason.value.replaceAll(' ', ''))) {
    return unreadable(`--reason is one line of 1 to ${String(LONGEST_REASON)} characters.`);
  }
  return accept({ act: 'revoke', key: { kid, reason: reason.value } });
}

function tooMuch(words: readonly string[]): Decision<never, OrderUnreadable> {
  return unreadable(`This is too much: ${words.map((word) => JSON.stringify(word)).join(' ')}.`);
}

function unreadable(message: string): Decision<never, OrderUnreadable> {
  return refuse({ kind: 'OrderUnreadable', message });
}
