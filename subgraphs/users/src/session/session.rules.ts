import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long things live that prove a sign-in; officers, who see what others wrote in confidence, are asked more often. */
const CITIZEN = { accessMs: 10 * MINUTE_MS, idleMs: 30 * DAY_MS };
const STAFF = { accessMs: 5 * MINUTE_MS, idleMs: 30 * MINUTE_MS, sessionMs: 12 * HOUR_MS };

/** So long no access token outlives what it says. */
export const LONGEST_ACCESS_TOKEN_MS = Math.max(CITIZEN.accessMs, STAFF.accessMs);

/** When an access token that is made now stops to work. */
export function accessTokenEnd(isStaff: boolean, now: Date): Date {
  return later(now, isStaff ? STAFF.accessMs : CITIZEN.accessMs);
}

/**
 * When a refresh token that is made now stops to work. A citizen is asked for the password after 30 days without use;
 * staff after 30 minutes without use, and in any case 12 hours after the sign-in.
 */
export function refreshTokenEnd(startedAt: Date, isStaff: boolean, now: Date): Date {
  if (!isStaff) return later(now, CITIZEN.idleMs);
  const idle = later(now, STAFF.idleMs);
  const absolute = later(startedAt, STAFF.sessionMs);
  return idle < absolute ? idle : absolute;
}

/** What is stored of a refresh token and its session. */
export interface PresentedToken {
  readonly usedAt: Date | null;
  readonly expiresAt: Date;
  readonly sessionStartedAt: Date;
  readonly sessionEndedAt: Date | null;
}

/** Why a refresh token is worth nothing. The person is told only that the session has ended. */
export interface TokenWorthless {
  readonly because: 'SESSION_ENDED' | 'USED_BEFORE' | 'EXPIRED';
}

/**
 * A refresh token is good for one use. One that comes back has been copied, by a thief or from one, so whoever holds
 * its successor must not keep it: `USED_BEFORE` ends the whole session.
 */
export function decideRefresh(
  token: PresentedToken,
  isStaff: boolean,
  now: Date,
): Decision<{ readonly expiresAt: Date }, TokenWorthless> {
  if (token.sessionEndedAt !== null) return refuse({ because: 'SESSION_ENDED' });
  if (token.usedAt !== null) return refuse({ because: 'USED_BEFORE' });
  const nextEnd = refreshTokenEnd(token.sessionStartedAt, isStaff, now);
  // The second comparison is for a citizen who was appointed meanwhile.
  if (token.expiresAt <= now || nextEnd <= now) return refuse({ because: 'EXPIRED' });
  return accept({ expiresAt: nextEnd });
}

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
