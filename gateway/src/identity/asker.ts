import type { Appointment, Locale } from '@satu-pintu/domain-kit';

/** What a verified access token says. */
export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
  /** Id of the key that signed it. */
  readonly kid: string;
  readonly appointments: readonly Appointment[];
  /** The account's reporter key, sealed by users; only the gateway opens it. Null for accounts without one. */
  readonly sealedReporterKey: string | null;
  /** When the token was issued, to the millisecond. */
  readonly issuedAt: Date;
  /** When the token ends; a socket opened with it ends then too. */
  readonly expiresAt: Date;
}

/** Who asks the gateway: a signed-in account, or a visitor when there are no claims. */
export interface Asker {
  readonly claims: AccessClaims | null;
  readonly locale: Locale;
}
