import { randomBytes } from 'node:crypto';
import { secretVariable } from '@satu-pintu/service-kit';
import { SECRET_PURPOSES, type SecretPurpose, type Secrets, variableOf } from './secret-purposes.js';
import { keepSecrets, readKeptSecrets } from './secrets-file.js';

/**
 * The secrets of this start. In development those that the environment does not give are made once and kept in the
 * data folder; with `NODE_ENV=production` every one must come from the environment, be well-formed, differ from all
 * others and not be one that development has used. Complaints name variables and never show a value.
 */
export async function settleSecrets(dataFolder: string, environment: NodeJS.ProcessEnv): Promise<Secrets> {
  const given = secretsOf(environment);
  const kept = await readKeptSecrets(dataFolder);
  if (environment.NODE_ENV === 'production') return settleForProduction(given, kept);

  const missing = SECRET_PURPOSES.filter(
    (purpose) => given[purpose] === undefined && kept[purpose] === undefined,
  );
  const made = fill(missing, () => randomBytes(32).toString('base64url'));
  if (missing.length > 0) await keepSecrets(dataFolder, { ...kept, ...made });
  return complete({ ...kept, ...made, ...given });
}

function settleForProduction(given: Partial<Secrets>, kept: Partial<Secrets>): Secrets {
  const secrets = complete(given);
  const values = Object.values(secrets);
  if (new Set(values).size < values.length) {
    throw new Error('Two secrets have the same value; each purpose needs a key of its own.');
  }
  const fromDevelopment = SECRET_PURPOSES.filter((purpose) => Object.values(kept).includes(secrets[purpose]));
  if (fromDevelopment.length > 0) {
    throw new Error(`Made for development, so refused in production: ${variables(fromDevelopment)}.`);
  }
  return secrets;
}

function secretsOf(environment: NodeJS.ProcessEnv): Partial<Secrets> {
  const given: Partial<Record<SecretPurpose, string>> = {};
  for (const purpose of SECRET_PURPOSES) {
    const value = environment[variableOf(purpose)];
    if (value !== undefined && value !== '') given[purpose] = value;
  }
  return given;
}

function complete(secrets: Partial<Secrets>): Secrets {
  const missing = SECRET_PURPOSES.filter((purpose) => secrets[purpose] === undefined);
  if (missing.length > 0) throw new Error(`The environment must give ${variables(missing)}.`);
  const malformed = SECRET_PURPOSES.filter((purpose) => !secretVariable.safeParse(secrets[purpose]).success);
  if (malformed.length > 0) {
    throw new Error(`Must be at least 32 random bytes in base64url: ${variables(malformed)}.`);
  }
  return fill(SECRET_PURPOSES, (purpose) => secrets[purpose] ?? '') as Secrets;
}

function fill(
  purposes: readonly SecretPurpose[],
  value: (purpose: SecretPurpose) => string,
): Partial<Record<SecretPurpose, string>> {
  return Object.fromEntries(purposes.map((purpose) => [purpose, value(purpose)]));
}

function variables(purposes: readonly SecretPurpose[]): string {
  return purposes.map(variableOf).join(', ');
}
