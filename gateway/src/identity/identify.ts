import type { Logger } from '@satu-pintu/service-kit';
import { invalidToken, unavailable } from '../errors/refusals.js';
import type { AccessClaims, Asker } from './asker.js';
import { localeOf } from './locale.rules.js';
import { KeysUnknown } from './token-keys.js';
import type { TokenVerifier } from './token-verifier.js';

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** What a request says about who asks, over HTTP in headers and over WebSocket in the connection's parameters. */
export interface Introduction {
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
}

/** Learns who asks. */
export type Identify = (introduction: Introduction) => Promise<Asker>;

/**
 * No token is a visitor. A token that does not hold is refused with UNAUTHENTICATED rather than read as a visitor's:
 * an officer whose session has ended must not take the public answer for the whole one.
 */
export function createIdentify(verifier: TokenVerifier, logger: Logger): Identify {
  return async ({ authorization, acceptLanguage }) => ({
    claims: authorization === undefined ? null : await claimsOf(authorization, verifier, logger),
    locale: localeOf(acceptLanguage),
  });
}

async function claimsOf(
  authorization: string,
  verifier: TokenVerifier,
  logger: Logger,
): Promise<AccessClaims> {
  const [, token] = BEARER.exec(authorization.trim()) ?? [];
  if (token === undefined) throw invalidToken();
  try {
    return await verifier.verify(token);
  } catch (error) {
    if (error instanceof KeysUnknown) throw unavailable();
    logger.debug({ err: error }, 'refused a token');
    throw invalidToken();
  }
}
