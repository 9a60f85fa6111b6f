import { describe, expect, it } from '@jest/globals';
import { decideErasure, receiptOf } from './erasure.rules.js';

describe('Erasing an account', () => {
  it('is for whoever asks for it on purpose', () => {
    expect(decideErasure([], true)).toEqual({ ok: true, value: true });
    expect(decideErasure([], false)).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field: 'confirm', reason: 'EMPTY' },
    });
  });

  it('waits until every post has ended, confirmed or not', () => {
    for (const isConfirmed of [true, false]) {
      expect(decideErasure(['post-1', 'post-2'], isConfirmed)).toEqual({
        ok: false,
        refusal: { kind: 'PostStillHeld', officerIds: ['post-1', 'post-2'] },
      });
    }
  });
});

describe('The receipt', () => {
  const at = new Date('2026-03-02T02:00:00Z');

  it('names what there was, and nothing that there was not', () => {
    const none = {
      sessions: 1,
      passkeys: 0,
      secondFactors: 0,
      links: 0,
      notifications: 0,
      receipts: 0,
      posts: 0,
    };
    expect(receiptOf(none, at)).toEqual({
      erasedAt: at,
      erased: [
        { kind: 'ACCOUNT', count: 1 },
        { kind: 'SESSIONS', count: 1 },
      ],
      kept: [{ kind: 'REVOCATION', count: 1 }],
    });
  });

  it('says of each report that its tie went and that it stays', () => {
    const { erased, kept } = receiptOf(
      { sessions: 2, passkeys: 1, secondFactors: 1, links: 3, notifications: 9, receipts: 4, posts: 1 },
      at,
    );
    expect(erased).toContainEqual({ kind: 'REPORT_LINKS', count: 3 });
    expect(kept).toEqual([
      { kind: 'REPORTS', count: 3 },
      { kind: 'ACCESS_RECEIPTS', count: 4 },
      { kind: 'POSTS', count: 1 },
      { kind: 'REVOCATION', count: 1 },
    ]);
  });
});
