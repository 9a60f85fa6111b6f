import type { Appointment } from '@satu-pintu/domain-kit';
import type { JWTPayload } from 'jose';

/** `typ` of the header (RFC 9068): this is an access token and nothing else. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';

/** `aud`: the graph as a whole. */
const ACCESS_TOKEN_AUDIENCE = 'satu-pintu';

/** What an access token says. */
export interface AccessTokenFacts {
  readonly tokenId: string;
  readonly issuer: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly appointments: readonly Appointment[];
  /** The reporter key, sealed: only the gateway can read it. */
  readonly sealedReporterKey: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Claims of an access token. Ids and posts only: no name, no address. */
export function accessTokenClaims(facts: AccessTokenFacts): JWTPayload {
  return {
    iss: facts.issuer,
    aud: ACCESS_TOKEN_AUDIENCE,
    sub: facts.accountId,
    sid: facts.sessionId,
    jti: facts.tokenId,
    iat: seconds(facts.issuedAt),
    // A second is too coarse to tell what was issued just before rights changed from what was issued just after.
    iatMs: facts.issuedAt.getTime(),
    nbf: seconds(facts.issuedAt),
    exp: seconds(facts.expiresAt),
    apt: facts.appointments.map(({ officerId, agencyId, role }) => ({ officerId, agencyId, role })),
    rk: facts.sealedReporterKey,
  };
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}
