import { databaseUrlVariable, readConfig, secretVariable } from '@satu-pintu/service-kit';
import type { ReporterSecrets } from './people.js';

/** What the loader of demonstration reports is told from outside. */
export interface DemoConfig {
  /** Role `reports_app`. */
  readonly databaseUrl: string;
  readonly secrets: ReporterSecrets & { readonly accessCodeKey: string };
}

/** Reads the environment of the loader. It refuses production: nothing simulated may stand among real reports. */
export function readDemoConfig(environment: NodeJS.ProcessEnv = process.env): DemoConfig {
  if (environment.NODE_ENV === 'production') {
    throw new Error('Demonstration reports do not belong in production.');
  }
  const variables = readConfig(
    {
      DATABASE_URL: databaseUrlVariable,
      ACCESS_CODE_KEY: secretVariable,
      VAULT_SEAL_KEY: secretVariable,
      REPORTER_KEY_SEAL: secretVariable,
    },
    environment,
  );
  return {
    databaseUrl: variables.DATABASE_URL,
    secrets: {
      accessCodeKey: variables.ACCESS_CODE_KEY,
      vaultSealKey: variables.VAULT_SEAL_KEY,
      reporterKeySeal: variables.REPORTER_KEY_SEAL,
    },
  };
}
