import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands (RFC 6238): SHA-1, six digits, 30 seconds. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const DIGITS = /^[0-9]{6}$/;
const SECRET_BYTES = 20;
/** Clocks of telephones are off by some seconds, and people type slowly: one step before and after counts. */
const STEPS_ASIDE = 1;

/** A secret that an authenticator app shares with us; base32. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an app reads from a QR code. */
export function secretUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/** The step of time that a code stands for, counted from 1970; null for a code that is none of now. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!DIGITS.test(code)) return null;
  const timestamp = now.getTime();
  const aside = totp(secret).validate({ token: code, timestamp, window: STEPS_ASIDE });
  return aside === null ? null : Math.floor(timestamp / 1_000 / KIND.period) + aside;
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ ...KIND, issuer: 'Satu Pintu', label, secret: Secret.fromBase32(secret) });
}
