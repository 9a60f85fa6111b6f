import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { StaffSignInConfig } from '../config.js';
import type { ProviderClaims } from './staff-sign-in.rules.js';

/** Each question to the provider; the gateway waits two seconds for the whole. */
const PATIENCE_SECONDS = 1;

/** What has to be remembered between the way out and the way back. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What the provider has handed to the browser. */
export interface WayBack {
  readonly code: string;
  readonly state: string;
  readonly issuer: string | null;
}

/** The provider does not answer. */
export interface ProviderUnavailable {
  readonly kind: 'ProviderUnavailable';
}

/** The provider gives nothing for this code, or the way back is not that of this sign-in. */
export interface StaffSignInNotAccepted {
  readonly kind: 'StaffSignInNotAccepted';
}

/** An OpenID provider, asked with the authorization code flow and PKCE (S256); its ID tokens are checked against its keys. */
export class IdentityProvider {
  private known: Promise<Configuration> | null = null;

  constructor(
    private readonly config: StaffSignInConfig,
    private readonly logger: Logger,
  ) {}

  /** Where to send the browser, and what to remember. */
  async wayOut(): Promise<
    Decision<{ readonly url: string; readonly journey: Journey }, ProviderUnavailable>
  > {
    const provider = await this.meet();
    if (!provider) return refuse({ kind: 'ProviderUnavailable' });
    const journey = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.config.redirectUri,
      scope: 'openid email',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await calculatePKCECodeChallenge(journey.codeVerifier),
      code_challenge_method: 'S256',
    });
    return accept({ url: url.href, journey });
  }

  /** What the provider says of whoever came back. */
  async claimsOf(
    { code, state, issuer }: WayBack,
    journey: Journey,
  ): Promise<Decision<ProviderClaims, ProviderUnavailable | StaffSignInNotAccepted>> {
    const provider = await this.meet();
    if (!provider) return refuse({ kind: 'ProviderUnavailable' });
    const url = new URL(this.config.redirectUri);
    const parts = { code, state, ...(issuer !== null && { iss: issuer }) };
    for (const [name, value] of Object.entries(parts)) url.searchParams.set(name, value);
    try {
      const tokens = await authorizationCodeGrant(provider, url, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return refuse({ kind: 'StaffSignInNotAccepted' });
      if (this.config.emailClaim in claims) return accept(claims);
      const more = await fetchUserInfo(provider, tokens.access_token, claims.sub);
      return accept({ ...more, ...claims });
    } catch (error) {
      // Codes and claims stand in what the library says, and must not come into the log.
      this.logger.warn({ code: codeOf(error) }, 'the identity provider has not let somebody in');
      return refuse({ kind: isAway(error) ? 'ProviderUnavailable' : 'StaffSignInNotAccepted' });
    }
  }

  /** Reads the provider's description once; asks again next time when it did not answer. */
  private async meet(): Promise<Configuration | null> {
    const { issuer, clientId, clientSecret, allowsHttp } = this.config;
    this.known ??= discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), {
      timeout: PATIENCE_SECONDS,
      // Without, the library believes an ID token for the TLS connection it came through, whoever has signed it.
      execute: [enableNonRepudiationChecks, ...(allowsHttp ? [allowInsecureRequests] : [])],
    });
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      this.logger.error({ code: codeOf(error) }, 'the identity provider of staff does not answer');
      return null;
    }
  }
}

/** Nobody answered, or not in time. */
function isAway(error: unknown): boolean {
  return (
    error instanceof TypeError || ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(codeOf(error))
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}
