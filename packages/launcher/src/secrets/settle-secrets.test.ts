import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SECRET_PURPOSES, type SecretPurpose, variableOf } from './secret-purposes.js';
import { secretsFile } from './secrets-file.js';
import { settleSecrets } from './settle-secrets.js';

describe('Secrets', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'satu-pintu-secrets-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('are made once, one per purpose, and stay the same at the next start', async () => {
    const first = await settleSecrets(folder, {});
    expect(new Set(Object.values(first)).size).toBe(SECRET_PURPOSES.length);
    expect(await settleSecrets(folder, {})).toEqual(first);
  });

  it('lie in a file that only its owner can read, also after somebody opened it', async () => {
    await settleSecrets(folder, {});
    expect((await stat(secretsFile(folder))).mode & 0o777).toBe(0o600);
    await chmod(secretsFile(folder), 0o644);
    await settleSecrets(folder, {});
    expect((await stat(secretsFile(folder))).mode & 0o777).toBe(0o600);
  });

  it('gain what a newer version needs and keep the rest', async () => {
    const first = await settleSecrets(folder, {});
    await writeFile(secretsFile(folder), JSON.stringify({ ...first, VAULT_KEY: undefined }));

    const second = await settleSecrets(folder, {});
    expect(second).toEqual({ ...first, VAULT_KEY: second.VAULT_KEY });
    expect(second.VAULT_KEY).not.toBe(first.VAULT_KEY);
  });

  it('of the environment go before kept ones and are not written down', async () => {
    const { SATU_PINTU_VAULT_KEY = '' } = aProductionEnvironment();
    const secrets = await settleSecrets(folder, { SATU_PINTU_VAULT_KEY });
    expect(secrets.VAULT_KEY).toBe(SATU_PINTU_VAULT_KEY);
    expect(await readFile(secretsFile(folder), 'utf8')).not.toContain(SATU_PINTU_VAULT_KEY);
  });

  it('that are too short are refused without being shown', async () => {
    const start = settleSecrets(folder, { SATU_PINTU_VAULT_KEY: 'rahasia' });
    await expect(start).rejects.toThrow(
      'Must be at least 32 random bytes in base64url: SATU_PINTU_VAULT_KEY.',
    );
  });

  describe('in production', () => {
    it('come from the environment and leave no file', async () => {
      const environment = aProductionEnvironment();
      const secrets = await settleSecrets(folder, environment);
      expect(secrets.HANDLE_KEY).toBe(environment.SATU_PINTU_HANDLE_KEY);
      await expect(stat(secretsFile(folder))).rejects.toThrow('ENOENT');
    });

    it.each(SECRET_PURPOSES)('are all needed: without %s nothing starts', async (purpose) => {
      await settleSecrets(folder, {});
      const environment = { ...aProductionEnvironment(), [variableOf(purpose)]: undefined };
      await expect(settleSecrets(folder, environment)).rejects.toThrow(variableOf(purpose));
    });

    it('must differ from each other', async () => {
      const environment = aProductionEnvironment();
      environment.SATU_PINTU_VAULT_KEY = environment.SATU_PINTU_HANDLE_KEY;
      await expect(settleSecrets(folder, environment)).rejects.toThrow('Two secrets have the same value');
    });

    it('must not be those of development', async () => {
      const { VAULT_KEY } = await settleSecrets(folder, {});
      const environment = { ...aProductionEnvironment(), SATU_PINTU_VAULT_KEY: VAULT_KEY };
      await expect(settleSecrets(folder, environment)).rejects.toThrow(
        'Made for development, so refused in production: SATU_PINTU_VAULT_KEY.',
      );
    });
  });
});

function aProductionEnvironment(): NodeJS.ProcessEnv {
  const secrets = SECRET_PURPOSES.map((purpose: SecretPurpose, index) => [
    variableOf(purpose),
    Buffer.alloc(32, index + 1).toString('base64url'),
  ]);
  return { NODE_ENV: 'production', ...(Object.fromEntries(secrets) as NodeJS.ProcessEnv) };
}
