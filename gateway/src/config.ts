import {
  listVariable,
  modeVariable,
  portVariable,
  readConfig,
  secretVariable,
  serviceUrlVariable,
  type SubgraphName,
  switchVariable,
  tokenIssuerVariable,
} from '@satu-pintu/service-kit';
import { type HourlyLimits, readHourlyLimits } from './protection/hourly-limits.js';
import type { SubgraphAddress } from './fetching/subgraph-address.js';

/** In production: load balancers ask for readiness every few seconds. */
const DRAIN_MS = 5_000;

/** Everything that a gateway is told from outside. */
export interface GatewayConfig {
  /** 0 takes a free port. */
  readonly port: number;
  readonly isProduction: boolean;
  /** How long load balancers get to notice a stop before connections are closed, in milliseconds. */
  readonly drainMs: number;
  /** Whether the schema may be asked for, and the explorer is served. */
  readonly introspection: boolean;
  readonly subgraphs: Readonly<Record<SubgraphName, SubgraphAddress>>;
  /** Shared with users: opens the reporter key in a token (base64url). */
  readonly reporterKeySeal: string;
  /** Shared with users: seals the account for the vault (base64url). */
  readonly vaultSealKey: string;
  readonly tokenIssuer: string;
  /** Foreign origins whose pages may ask; our own pages always may. */
  readonly allowedOrigins: readonly string[];
  /** Proxies of our own, as addresses and networks; only these are believed about who is behind them. */
  readonly trustedProxies: readonly string[];
  /** How much each network may try in an hour. */
  readonly visitorLimits: HourlyLimits;
}

/** Reads the environment of a gateway process; throws with one line per missing or malformed variable. */
export function readGatewayConfig(environment: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const read = readConfig(
    {
      NODE_ENV: modeVariable,
      PORT: portVariable,
      INTROSPECTION: switchVariable,
      REPORTS_URL: serviceUrlVariable,
      AGENCIES_URL: serviceUrlVariable,
      USERS_URL: serviceUrlVariable,
      ANALYTICS_URL: serviceUrlVariable,
      VIEWER_KEY_REPORTS: secretVariable,
      VIEWER_KEY_AGENCIES: secretVariable,
      VIEWER_KEY_USERS: secretVariable,
      VIEWER_KEY_ANALYTICS: secretVariable,
      REPORTER_KEY_SEAL: secretVariable,
      VAULT_SEAL_KEY: secretVariable,
      TOKEN_ISSUER: tokenIssuerVariable,
      ALLOWED_ORIGINS: listVariable,
      TRUSTED_PROXIES: listVariable,
      VISITOR_LIMITS: listVariable,
    },
    environment,
  );
  const isProduction = read.NODE_ENV === 'production';
  return {
    port: read.PORT,
    isProduction,
    drainMs: isProduction ? DRAIN_MS : 0,
    introspection: read.INTROSPECTION ?? !isProduction,
    subgraphs: {
      reports: { url: read.REPORTS_URL, viewerKey: read.VIEWER_KEY_REPORTS },
      agencies: { url: read.AGENCIES_URL, viewerKey: read.VIEWER_KEY_AGENCIES },
      users: { url: read.USERS_URL, viewerKey: read.VIEWER_KEY_USERS },
      analytics: { url: read.ANALYTICS_URL, viewerKey: read.VIEWER_KEY_ANALYTICS },
    },
    reporterKeySeal: read.REPORTER_KEY_SEAL,
    vaultSealKey: read.VAULT_SEAL_KEY,
    tokenIssuer: read.TOKEN_ISSUER,
    allowedOrigins: read.ALLOWED_ORIGINS,
    trustedProxies: read.TRUSTED_PROXIES,
    visitorLimits: readHourlyLimits(read.VISITOR_LIMITS),
  };
}
