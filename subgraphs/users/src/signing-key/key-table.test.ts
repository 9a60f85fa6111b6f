import { describe, expect, it } from '@jest/globals';
import { keyTable, type ListedKey } from './key-table.js';

const at = (time: string): Date => new Date(`2026-03-02T${time}Z`);
const key = (kid: string, changes: Partial<ListedKey>): ListedKey => ({
  kid,
  createdAt: at('02:00:00'),
  signsFrom: at('02:02:00'),
  retiredAt: null,
  revokedAt: null,
  revocationReason: null,
  ...changes,
});

describe('the table of keys', () => {
  it('tells in one line each what a key does and until when, in UTC', () => {
    const keys = [
      key('lost', { revokedAt: at('02:30:00'), revocationReason: 'laptop dicuri' }),
      key('gone', { signsFrom: at('02:00:00'), retiredAt: at('02:48:00') }),
      key('old', { retiredAt: at('02:59:00') }),
      key('now', { retiredAt: at('03:01:30') }),
      key('next', { createdAt: at('02:59:30'), signsFrom: at('03:01:30') }),
    ];
    expect(keyTable(keys, at('03:00:00'))).toBe(
      [
        'kid   since                signs from           state      until',
        'lost  2026-03-02 02:00:00  2026-03-02 02:02:00  REVOKED    2026-03-02 02:30:00  laptop dicuri',
        'gone  2026-03-02 02:00:00  2026-03-02 02:00:00  WITHDRAWN  2026-03-02 02:59:00',
        'old   2026-03-02 02:00:00  2026-03-02 02:02:00  VERIFYING  2026-03-02 03:10:00',
        'now   2026-03-02 02:00:00  2026-03-02 02:02:00  SIGNING    2026-03-02 03:01:30',
        'next  2026-03-02 02:59:30  2026-03-02 03:01:30  UPCOMING   2026-03-02 03:01:30',
      ].join('\n'),
    );
    expect(keyTable([key('only', {})], at('03:00:00'))).toMatch(/SIGNING {2}-$/);
  });
});
