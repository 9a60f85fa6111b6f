import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '@satu-pintu/domain-kit';

/** HTTP header, and name in the extensions of a subscription, that carries the signed viewer. */
export const VIEWER_HEADER = 'x-satu-pintu-viewer';

/** Names of the subgraphs; the audience of a signed viewer. */
export type SubgraphName = 'reports' | 'agencies' | 'users' | 'analytics';

const LIFETIME_MS = 60_000;

interface Claims {
  readonly aud: SubgraphName;
  readonly exp: number;
  /** SHA-256 of the request's body: a captured header cannot be used for another request. */
  readonly bh: string;
  readonly viewer: Viewer;
}

/**
 * The only identity a subgraph believes: claims and their HMAC-SHA256 under a key that the gateway shares with this
 * one subgraph, so that no subgraph can speak to another as the gateway. Valid for 60 s and for this body alone.
 */
export function signViewer(
  viewer: Viewer,
  audience: SubgraphName,
  body: string,
  key: string,
  now: Date,
): string {
  const claims: Claims = { aud: audience, exp: now.getTime() + LIFETIME_MS, bh: digest(body), viewer };
  const text = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${text}.${mac(text, key).toString('base64url')}`;
}

/** The viewer, or null when the header is missing, forged, expired, for another subgraph or for another body. */
export function verifyViewer(
  header: string | undefined,
  audience: SubgraphName,
  body: string,
  key: string,
  now: Date,
): Viewer | null {
  const [text, signature] = header?.split('.') ?? [];
  if (text === undefined || signature === undefined) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(text, key);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Claims;
  const fits = claims.aud === audience && claims.exp > now.getTime() && claims.bh === digest(body);
  return fits ? claims.viewer : null;
}

/** What the signature of a subscription covers, since a WebSocket message has no body of its own. */
export function subscriptionBody(operation: {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}): string {
  return JSON.stringify([operation.query, operation.operationName ?? null, operation.variables ?? {}]);
}

/** What the signature of a request beside the graph covers: a file is not read twice to be signed. */
export function routeBody(method: string, path: string): string {
  return `${method} ${path}`;
}

function digest(body: string): string {
  return hash('sha256', body, 'base64url');
}

function mac(text: string, key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest();
}
