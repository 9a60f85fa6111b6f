import { type KeyInstants, keyStateAt, withdrawnAt } from './signing-key.rules.js';

/** A key as the table shows it. */
export interface ListedKey extends KeyInstants {
  readonly revocationReason: string | null;
}

const NONE = '-';

/** What an operator reads of all keys: one line each, times in UTC, and the reason of a revocation at its end. */
export function keyTable(keys: readonly ListedKey[], now: Date): string {
  const rows = [['kid', 'since', 'signs from', 'state', 'until'], ...keys.map((key) => rowOf(key, now))];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** An instant as the table and the sentences beside it show it: `2026-03-02 02:00:00`, UTC. */
export function utc(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace('T', ' ');
}

function rowOf(key: ListedKey, now: Date): readonly string[] {
  const until = untilOf(key, now);
  const row = [
    key.kid,
    utc(key.createdAt),
    utc(key.signsFrom),
    keyStateAt(key, now),
    until ? utc(until) : NONE,
  ];
  return key.revocationReason === null ? row : [...row, key.revocationReason];
}

/** When the state began that is the last one, or ends that the key is in; null where no end is meant. */
function untilOf(key: KeyInstants, now: Date): Date | null {
  switch (keyStateAt(key, now)) {
    case 'REVOKED':
      return key.revokedAt;
    case 'UPCOMING':
      return key.signsFrom;
    case 'SIGNING':
      return key.retiredAt;
    case 'VERIFYING':
    case 'WITHDRAWN':
      return withdrawnAt(key);
  }
}
