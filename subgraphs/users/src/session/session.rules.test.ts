import { describe, expect, it } from '@jest/globals';
import { accessTokenEnd, decideRefresh, type PresentedToken, refreshTokenEnd } from './session.rules.js';

const nine = new Date('2026-03-02T02:00:00Z');
const after = (hours: number): Date => new Date(nine.getTime() + hours * 3_600_000);

const fresh: PresentedToken = {
  usedAt: null,
  expiresAt: after(720),
  sessionStartedAt: nine,
  sessionEndedAt: null,
};

describe('an access token', () => {
  it('lives ten minutes for a citizen and five for staff', () => {
    expect(accessTokenEnd(false, nine)).toEqual(new Date('2026-03-02T02:10:00Z'));
    expect(accessTokenEnd(true, nine)).toEqual(new Date('2026-03-02T02:05:00Z'));
  });
});

describe('a refresh token', () => {
  it('lives thirty days for a citizen, counted from its making', () => {
    expect(refreshTokenEnd(nine, false, after(24))).toEqual(after(24 + 720));
  });

  it('lives thirty minutes for staff, and never past twelve hours after the sign-in', () => {
    expect(refreshTokenEnd(nine, true, after(1))).toEqual(after(1.5));
    expect(refreshTokenEnd(nine, true, after(11.75))).toEqual(after(12));
  });

  it('is exchanged once', () => {
    expect(decideRefresh(fresh, false, after(1))).toEqual({ ok: true, value: { expiresAt: after(721) } });
    expect(decideRefresh({ ...fresh, usedAt: nine }, false, after(1))).toEqual({
      ok: false,
      refusal: { because: 'USED_BEFORE' },
    });
  });

  it('is worthless from the moment it expires', () => {
    const staff = { ...fresh, expiresAt: after(0.5) };
    expect(decideRefresh(staff, true, after(0.49)).ok).toBe(true);
    expect(decideRefresh(staff, true, after(0.5))).toMatchObject({ refusal: { because: 'EXPIRED' } });
  });

  it('is worthless once the session has ended, whatever else is true of it', () => {
    const ended = { ...fresh, usedAt: nine, sessionEndedAt: nine };
    expect(decideRefresh(ended, false, after(1))).toMatchObject({ refusal: { because: 'SESSION_ENDED' } });
  });

  it('of a citizen who was appointed meanwhile ends twelve hours after the sign-in', () => {
    expect(decideRefresh(fresh, true, after(12))).toMatchObject({ refusal: { because: 'EXPIRED' } });
  });
});
