import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { LONGEST_ACCESS_TOKEN_MS } from '../session/session.rules.js';

const DAY_MS = 86_400_000;

/** From the publication of a key to its first signature: gateways look every 30 s, caches keep keys for 60 s (ADR 29). */
export const NOTICE_MS = 120_000;

/** What gateways grant a token beyond its end (30 s), and as much by which clocks of users may differ. */
export const CLOCK_TOLERANCE_MS = 60_000;

/** From the last signature of a key until nothing that it signed holds any more. */
export const AFTERLIFE_MS = LONGEST_ACCESS_TOKEN_MS + CLOCK_TOLERANCE_MS;

/** What is fixed about a key; all that it does at an instant follows from these (UTC). */
export interface KeyInstants {
  readonly kid: string;
  /** When it was made; published from then on. */
  readonly createdAt: Date;
  /** When it begins to sign; may lie ahead. */
  readonly signsFrom: Date;
  /** When the next one takes over; may lie ahead. Null while none is meant to. */
  readonly retiredAt: Date | null;
  /** When it was declared worthless. */
  readonly revokedAt: Date | null;
}

/**
 * UPCOMING: published, does not sign yet. SIGNING: signs. VERIFYING: signs no more, what it signed holds. WITHDRAWN:
 * nothing that it signed can hold any more, so it is not published. REVOKED: withdrawn before its time, with all that it signed.
 */
export type KeyState = 'UPCOMING' | 'SIGNING' | 'VERIFYING' | 'WITHDRAWN' | 'REVOKED';

/** What a key is at an instant at which it was already made. */
export function keyStateAt(key: KeyInstants, at: Date): KeyState {
  if (isBy(key.revokedAt, at)) return 'REVOKED';
  if (isBy(withdrawnAt(key), at)) return 'WITHDRAWN';
  if (isBy(key.retiredAt, at)) return 'VERIFYING';
  return isBy(key.signsFrom, at) ? 'SIGNING' : 'UPCOMING';
}

/** When a key that retires leaves the published ones; null for one that is not meant to retire. */
export function withdrawnAt({ retiredAt }: KeyInstants): Date | null {
  return retiredAt && later(retiredAt, AFTERLIFE_MS);
}

/** Whether verifiers are told of a key. */
export function isPublishedAt(key: KeyInstants, at: Date): boolean {
  const isMade = key.createdAt <= at;
  return isMade && !['WITHDRAWN', 'REVOKED'].includes(keyStateAt(key, at));
}

/**
 * The key that signs; null only where there is none at all. Of those that are neither retired nor revoked it is the first
 * in turn, so a clock that is a little behind finds one as well.
 */
export function signingKeyAt<Key extends KeyInstants>(keys: readonly Key[], at: Date): Key | null {
  const inTurn = keys.filter((key) => ['UPCOMING', 'SIGNING'].includes(keyStateAt(key, at)));
  return inTurn.sort((one, other) => one.signsFrom.getTime() - other.signsFrom.getTime())[0] ?? null;
}

/** Keys after an act: those that changed or are new. */
export interface KeyChange {
  readonly changed: readonly KeyInstants[];
  /** The key that signs from now on, or takes its turn next. */
  readonly next: KeyInstants;
}

/** The first key, which nobody has to wait for. */
export function firstKey(kid: string, now: Date): KeyInstants {
  return { kid, createdAt: now, signsFrom: now, retiredAt: null, revokedAt: null };
}

/** Another key is waiting for its turn already. */
export interface RotationUnderWay {
  readonly kind: 'RotationUnderWay';
  readonly upcoming: KeyInstants;
}

/** A new key is published now and signs after the notice; the one that signs retires at that same instant. */
export function decideRotation(
  keys: readonly KeyInstants[],
  newKid: string,
  now: Date,
): Decision<KeyChange, RotationUnderWay> {
  const at = actAt(keys, now);
  const upcoming = upcomingAt(keys, at);
  if (upcoming) return refuse({ kind: 'RotationUnderWay', upcoming });
  const signing = signingKeyAt(keys, at);
  const signsFrom = signing ? later(at, NOTICE_MS) : at;
  const next = { ...firstKey(newKid, at), signsFrom };
  return accept({ changed: [...(signing ? [{ ...signing, retiredAt: signsFrom }] : []), next], next });
}

/** Whether the key that signs has signed for so many days, and no other one is waiting. */
export function isRotationDue(keys: readonly KeyInstants[], maxAgeDays: number, now: Date): boolean {
  const signing = signingKeyAt(keys, now);
  if (signing?.retiredAt !== null) return false;
  return signing.signsFrom.getTime() + maxAgeDays * DAY_MS <= now.getTime();
}

/** No key has this id. */
export interface KeyNotFound {
  readonly kind: 'KeyNotFound';
}

/** It was revoked before. */
export interface KeyAlreadyRevoked {
  readonly kind: 'KeyAlreadyRevoked';
  readonly revokedAt: Date;
}

/**
 * A key is worth nothing from now on. If it signs, another one does so at once: the one that waits, or a new one. If it
 * waits, the one that signs goes on.
 *
 * @param newKid for the key that is made if there is no other
 */
export function decideRevocation(
  keys: readonly KeyInstants[],
  kid: string,
  newKid: string,
  now: Date,
): Decision<KeyChange, KeyNotFound | KeyAlreadyRevoked> {
  const key = keys.find((one) => one.kid === kid);
  if (!key) return refuse({ kind: 'KeyNotFound' });
  if (key.revokedAt) return refuse({ kind: 'KeyAlreadyRevoked', revokedAt: key.revokedAt });
  const at = actAt(keys, now);
  const revoked = { ...key, revokedAt: at };
  const left = keys.filter((one) => one !== key);
  const next = successorAt(key, left, newKid, at);
  return accept({ changed: left.includes(next) ? [revoked] : [revoked, next], next });
}

/** The key that signs when `key` is gone, as it is then. */
function successorAt(key: KeyInstants, left: readonly KeyInstants[], newKid: string, at: Date): KeyInstants {
  const signing = left.find((one) => keyStateAt(one, at) === 'SIGNING');
  if (signing) return keyStateAt(key, at) === 'UPCOMING' ? { ...signing, retiredAt: null } : signing;
  const upcoming = upcomingAt(left, at);
  return upcoming ? { ...upcoming, signsFrom: at } : firstKey(newKid, at);
}

function upcomingAt(keys: readonly KeyInstants[], at: Date): KeyInstants | null {
  return keys.find((key) => keyStateAt(key, at) === 'UPCOMING') ?? null;
}

/** Acts follow one another, though the clocks of two machines may say otherwise. */
function actAt(keys: readonly KeyInstants[], now: Date): Date {
  const acts = keys.flatMap(({ createdAt, revokedAt }) => (revokedAt ? [createdAt, revokedAt] : [createdAt]));
  return new Date(Math.max(now.getTime(), ...acts.map((act) => act.getTime())));
}

function isBy(instant: Date | null, at: Date): boolean {
  return instant !== null && instant <= at;
}

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
