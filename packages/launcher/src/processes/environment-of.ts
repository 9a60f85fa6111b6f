import type { SubgraphName } from '@satu-pintu/service-kit';
import type { Secrets } from '../secrets/secret-purposes.js';
import { type Ports, type ProcessName, SUBGRAPHS } from './process-name.js';

/** What a process may see of the launcher's own environment: nothing that could hold a secret. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS', 'PGCONNECT_TIMEOUT'];

/** What an operator may tune, and whom it concerns; a process has its own default for what is not set. */
const SETTINGS: Readonly<Record<ProcessName, readonly string[]>> = {
  gateway: ['TOKEN_ISSUER', 'ALLOWED_ORIGINS', 'INTROSPECTION', 'TRUSTED_PROXIES', 'VISITOR_LIMITS'],
  users: [
    'TOKEN_ISSUER',
    'SIGNING_KEY_DAYS',
    'SMTP_URL',
    'MAIL_FROM',
    'SMS_URL',
    'SMS_KEY',
    'SMS_FOLDER',
    'PASSKEY_RP_ID',
    'PASSKEY_ORIGINS',
    'STAFF_OIDC_ISSUER',
    'STAFF_OIDC_CLIENT_ID',
    'STAFF_OIDC_CLIENT_SECRET',
    'STAFF_OIDC_REDIRECT_URI',
    'STAFF_OIDC_EMAIL_CLAIM',
    'STAFF_OIDC_DOMAINS',
    'STAFF_OIDC_TWO_FACTORS',
  ],
  analytics: ['PUBLIC_REFRESH_SECONDS'],
  reports: [
    'FILES_S3_BUCKET',
    'FILES_S3_REGION',
    'FILES_S3_ENDPOINT',
    'FILES_S3_ACCESS_KEY_ID',
    'FILES_S3_SECRET_ACCESS_KEY',
  ],
  agencies: [],
};

const LIMITS_OF_ONE_MACHINE = ['signIn', 'signUp', 'reset', 'tracking', 'filing', 'upload']
  .map((tried) => `${tried}=10000000`)
  .join();

/** Who tries the house out should not wait a quarter of an hour for the public to see what they did, nor be a visitor of many. */
const IN_DEVELOPMENT: Readonly<Partial<Record<ProcessName, Environment>>> = {
  analytics: { PUBLIC_REFRESH_SECONDS: '15' },
  // Everybody comes from this one machine, load generators included.
  gateway: { VISITOR_LIMITS: LIMITS_OF_ONE_MACHINE },
};

/** All that is known about one start; each process is told its own part of it. */
export interface StackPlan {
  readonly nodeEnv: string;
  readonly ports: Ports;
  readonly secrets: Secrets;
  /** Settings from outside; each process sees those that concern it. */
  readonly settings: NodeJS.ProcessEnv;
  /** Absolute path of the folder for attachments. */
  readonly filesFolder: string;
  /** URL of one of the two roles of a schema. */
  roleUrl(schema: string, kind: 'owner' | 'app'): string;
}

export type Environment = Readonly<Record<string, string>>;

/** The whole environment of a long-running process. A key that is not listed here for a process never reaches it. */
export function environmentOf(name: ProcessName, plan: StackPlan): Environment {
  const own = name === 'gateway' ? gatewayEnvironment(plan) : subgraphEnvironment(name, plan);
  return {
    ...passedOn(),
    ...(plan.nodeEnv === 'production' ? {} : IN_DEVELOPMENT[name]),
    ...pick(SETTINGS[name], plan.settings),
    NODE_ENV: plan.nodeEnv,
    PORT: String(plan.ports[name]),
    ...own,
  };
}

/** What every process is told of the machine that it runs on; never a secret. */
export function passedOn(): Environment {
  return pick(PASSED_ON, process.env);
}

/** The same for a process that migrates or loads: it may also speak as the owner of the subgraph's tables. */
export function loaderEnvironmentOf(name: SubgraphName, plan: StackPlan): Environment {
  const jobs = name === 'reports' && { OWNER_JOBS_DATABASE_URL: plan.roleUrl('reports_jobs', 'owner') };
  return { ...environmentOf(name, plan), OWNER_DATABASE_URL: plan.roleUrl(name, 'owner'), ...jobs };
}

/** Demonstration reports also go through the door that the gateway is: they seal who reported them. */
export function demoReportsEnvironment(plan: StackPlan): Environment {
  const { VAULT_SEAL_KEY, REPORTER_KEY_SEAL } = plan.secrets;
  return { ...loaderEnvironmentOf('reports', plan), VAULT_SEAL_KEY, REPORTER_KEY_SEAL };
}

function subgraphEnvironment(name: SubgraphName, plan: StackPlan): Environment {
  return {
    DATABASE_URL: plan.roleUrl(name, 'app'),
    EVENT_LOG_URL: plan.roleUrl(name, 'app'),
    VIEWER_KEY: plan.secrets[viewerKeyOf(name)],
    CURSOR_KEY: plan.secrets[cursorKeyOf(name)],
    ...(name === 'reports' && {
      JOBS_DATABASE_URL: plan.roleUrl('reports_jobs', 'app'),
      FILES_FOLDER: plan.filesFolder,
    }),
    ...ownKeys(name, plan),
  };
}

function ownKeys(name: SubgraphName, { secrets }: StackPlan): Environment {
  if (name === 'reports') {
    const { HANDLE_KEY, ACCESS_CODE_KEY, FILES_KEY } = secrets;
    return { HANDLE_KEY, ACCESS_CODE_KEY, FILES_KEY };
  }
  if (name === 'agencies') return { IMPORTS_KEY: secrets.IMPORTS_KEY };
  if (name !== 'users') return {};
  return {
    HANDLE_KEY: secrets.HANDLE_KEY,
    REPORTER_KEY_SEAL: secrets.REPORTER_KEY_SEAL,
    VAULT_SEAL_KEY: secrets.VAULT_SEAL_KEY,
    VAULT_KEY: secrets.VAULT_KEY,
    SIGNING_KEY_SECRET: secrets.SIGNING_KEY_SECRET,
    PASSWORD_PEPPER: secrets.PASSWORD_PEPPER,
  };
}

function gatewayEnvironment({ ports, secrets }: StackPlan): Environment {
  const perSubgraph = SUBGRAPHS.flatMap((name) => [
    [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${String(ports[name])}/graphql`],
    [viewerKeyOf(name), secrets[viewerKeyOf(name)]],
  ]);
  return {
    ...(Object.fromEntries(perSubgraph) as Environment),
    REPORTER_KEY_SEAL: secrets.REPORTER_KEY_SEAL,
    VAULT_SEAL_KEY: secrets.VAULT_SEAL_KEY,
    APOLLO_TELEMETRY_DISABLED: 'true',
  };
}

function viewerKeyOf(name: SubgraphName) {
  return `VIEWER_KEY_${name.toUpperCase() as Uppercase<SubgraphName>}` as const;
}

function cursorKeyOf(name: SubgraphName) {
  return `CURSOR_KEY_${name.toUpperCase() as Uppercase<SubgraphName>}` as const;
}

/** Those of the variables that are set to something. */
function pick(names: readonly string[], environment: NodeJS.ProcessEnv): Environment {
  const seen = names.map((name) => [name, environment[name] ?? ''] as const);
  return Object.fromEntries(seen.filter(([, value]) => value !== ''));
}
