import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { request } from 'undici';
import { unavailable } from '../errors/refusals.js';
import type { FetchKeys, TokenKeys } from './token-keys.js';

/** Where token keys are published, by users and by us alike (RFC 8615). */
const KEYS_PATH = '/.well-known/jwks.json';
const TIMEOUT_MS = 2_000;

/** Fetches the keys from the users subgraph, which answers at `usersUrl`. */
export function fetchKeysFrom(usersUrl: string): FetchKeys {
  const url = new URL(KEYS_PATH, usersUrl);
  return async () => {
    const { statusCode, body } = await request(url, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`Users answered ${String(statusCode)} when asked for its keys.`);
    }
    return (await body.json()) as JSONWebKeySet;
  };
}

/** Publishes the same keys at the gateway, for those who verify our tokens and cannot reach users. */
export function mirrorKeys(server: FastifyInstance, keys: TokenKeys): void {
  server.get(KEYS_PATH, (_, reply) => {
    if (!keys.current) throw unavailable();
    return reply.header('cache-control', 'public, max-age=60').send(keys.current);
  });
}
