import { describe, expect, it } from '@jest/globals';
import { SECRET_PURPOSES, type SecretPurpose, type Secrets } from '../secrets/secret-purposes.js';
import {
  demoReportsEnvironment,
  environmentOf,
  loaderEnvironmentOf,
  type StackPlan,
} from './environment-of.js';
import { fixedPorts } from './ports.js';
import { PROCESS_NAMES, type ProcessName } from './process-name.js';

/** Who holds which secret. A change here is a change of who can read what. */
const HOLDERS: Readonly<Record<SecretPurpose, readonly ProcessName[]>> = {
  DATABASE_ROLES_KEY: [],
  VIEWER_KEY_REPORTS: ['gateway', 'reports'],
  VIEWER_KEY_AGENCIES: ['gateway', 'agencies'],
  VIEWER_KEY_USERS: ['gateway', 'users'],
  VIEWER_KEY_ANALYTICS: ['gateway', 'analytics'],
  CURSOR_KEY_REPORTS: ['reports'],
  CURSOR_KEY_AGENCIES: ['agencies'],
  CURSOR_KEY_USERS: ['users'],
  CURSOR_KEY_ANALYTICS: ['analytics'],
  ACCESS_CODE_KEY: ['reports'],
  FILES_KEY: ['reports'],
  IMPORTS_KEY: ['agencies'],
  HANDLE_KEY: ['reports', 'users'],
  REPORTER_KEY_SEAL: ['gateway', 'users'],
  VAULT_SEAL_KEY: ['gateway', 'users'],
  VAULT_KEY: ['users'],
  SIGNING_KEY_SECRET: ['users'],
  PASSWORD_PEPPER: ['users'],
};

const secrets = Object.fromEntries(
  SECRET_PURPOSES.map((purpose) => [purpose, `secret of ${purpose}`]),
) as unknown as Secrets;

const plan: StackPlan = {
  nodeEnv: 'production',
  ports: fixedPorts(),
  secrets,
  settings: {
    ALLOWED_ORIGINS: 'https://lapor.test',
    PUBLIC_REFRESH_SECONDS: '60',
    SATU_PINTU_VAULT_KEY: 'outside',
    SMTP_URL: 'smtp://satu-pintu:secret@mail.test',
    SMS_KEY: 'kunci-gerbang-pesan-singkat',
  },
  filesFolder: '/srv/satu-pintu/files',
  roleUrl: (schema, kind) => `postgres://${schema}_${kind}@db/satu_pintu`,
};

describe('The environment of a process', () => {
  it.each(SECRET_PURPOSES)('holds %s only where it is needed', (purpose) => {
    const holders = PROCESS_NAMES.filter((name) =>
      Object.values(environmentOf(name, plan)).includes(secrets[purpose]),
    );
    expect(new Set(holders)).toEqual(new Set(HOLDERS[purpose]));
  });

  it.each(['SMTP_URL', 'SMS_KEY'])('tells %s to the process that sends messages, and to no other', (name) => {
    const holders = PROCESS_NAMES.filter((process) => environmentOf(process, plan)[name] !== undefined);
    expect(holders).toEqual(['users']);
  });

  it.each([
    ['agencies', ['agencies']],
    ['users', ['users']],
    ['reports', ['reports', 'reports_jobs']],
    ['analytics', ['analytics']],
  ] as const)('lets %s speak to the database as the app role of %j alone', (name, schemas) => {
    const urls = Object.values(environmentOf(name, plan)).filter((value) => value.startsWith('postgres:'));
    expect(new Set(urls)).toEqual(new Set(schemas.map((schema) => plan.roleUrl(schema, 'app'))));
  });

  it('gives the gateway no way to the database', () => {
    expect(Object.values(environmentOf('gateway', plan)).join()).not.toContain('postgres:');
  });

  it('passes nothing on from outside that could hold a secret', () => {
    process.env.DATABASE_URL = 'postgres://admin';
    const seen = PROCESS_NAMES.flatMap((name) => Object.values(environmentOf(name, plan)));
    delete process.env.DATABASE_URL;
    expect(seen).not.toContain('postgres://admin');
    expect(seen).not.toContain('outside');
  });

  it('names the owner role only to what migrates and loads', () => {
    expect(environmentOf('users', plan)).not.toHaveProperty('OWNER_DATABASE_URL');
    expect(loaderEnvironmentOf('users', plan).OWNER_DATABASE_URL).toBe(
      'postgres://users_owner@db/satu_pintu',
    );
    expect(loaderEnvironmentOf('reports', plan).OWNER_JOBS_DATABASE_URL).toBe(
      'postgres://reports_jobs_owner@db/satu_pintu',
    );
    expect(environmentOf('reports', plan)).not.toHaveProperty('OWNER_JOBS_DATABASE_URL');
  });

  it('lets the loader of demonstration reports seal a reporter but not open the vault', () => {
    const environment = demoReportsEnvironment(plan);
    expect(environment.VAULT_SEAL_KEY).toBe(secrets.VAULT_SEAL_KEY);
    expect(Object.values(environment)).not.toContain(secrets.VAULT_KEY);
  });

  it('tells users alone how old a signing key may grow', () => {
    const aged = { ...plan, settings: { SIGNING_KEY_DAYS: '30' } };
    const knowing = PROCESS_NAMES.filter((name) => environmentOf(name, aged).SIGNING_KEY_DAYS === '30');
    expect(knowing).toEqual(['users']);
  });

  it('has the settings that concern the process, and leaves the rest to its defaults', () => {
    expect(environmentOf('analytics', plan)).toMatchObject({ PUBLIC_REFRESH_SECONDS: '60' });
    expect(environmentOf('reports', plan)).not.toHaveProperty('PUBLIC_REFRESH_SECONDS');
    expect(environmentOf('gateway', plan)).not.toHaveProperty('TOKEN_ISSUER');
  });

  it('tells reports alone where files lie', () => {
    const knowing = PROCESS_NAMES.filter((name) => environmentOf(name, plan).FILES_FOLDER !== undefined);
    expect(knowing).toEqual(['reports']);
  });

  it('shows the public what happened within seconds in development, unless told otherwise', () => {
    const development = { ...plan, nodeEnv: 'development', settings: {} };
    expect(environmentOf('analytics', development)).toMatchObject({ PUBLIC_REFRESH_SECONDS: '15' });
    expect(environmentOf('analytics', { ...plan, settings: {} })).not.toHaveProperty(
      'PUBLIC_REFRESH_SECONDS',
    );
    const tuned = { ...development, settings: plan.settings };
    expect(environmentOf('analytics', tuned)).toMatchObject({ PUBLIC_REFRESH_SECONDS: '60' });
  });

  it('tells the gateway where the subgraphs are', () => {
    expect(environmentOf('gateway', plan)).toMatchObject({
      PORT: '4000',
      REPORTS_URL: 'http://127.0.0.1:4001/graphql',
      ANALYTICS_URL: 'http://127.0.0.1:4004/graphql',
      ALLOWED_ORIGINS: 'https://lapor.test',
    });
  });
});
