import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SECRET_PURPOSES, variableOf } from '../secrets/secret-purposes.js';
import { settlePlan } from './settle-plan.js';

const NEVER = new AbortController().signal;
const ADMIN_URL = 'postgres://admin@127.0.0.1:5432/satu_pintu';

let dataFolder: string;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'satu-pintu-plan-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** A production environment in which nothing is missing but what a test leaves out. */
function production(changes: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const secrets = SECRET_PURPOSES.map((purpose) => [
    variableOf(purpose),
    randomBytes(32).toString('base64url'),
  ]);
  return { NODE_ENV: 'production', ...(Object.fromEntries(secrets) as NodeJS.ProcessEnv), ...changes };
}

async function filesFolderIn(environment: NodeJS.ProcessEnv): Promise<string> {
  const plan = await settlePlan(
    { dataFolder, ports: 'free', demo: 'none', log: () => undefined },
    environment,
    NEVER,
  );
  return plan(ADMIN_URL).filesFolder;
}

describe('the folder for attachments', () => {
  it('has to be named in production: nobody saves a folder that nobody chose', async () => {
    await expect(filesFolderIn(production({}))).rejects.toThrow(
      'FILES_FOLDER must name the folder for attachments; see docs/operations/running.md.',
    );
    expect(await filesFolderIn(production({ FILES_FOLDER: '/srv/berkas' }))).toBe('/srv/berkas');
  });

  it('lies in the data folder in development, unless another one is named', async () => {
    expect(await filesFolderIn({})).toBe(join(dataFolder, 'files'));
    expect(await filesFolderIn({ FILES_FOLDER: '/srv/berkas' })).toBe('/srv/berkas');
  });

  it.each([{}, { NODE_ENV: 'production' }])(
    'is no relative path, which would depend on who starts it: %j',
    async (mode) => {
      const environment = { ...production({ FILES_FOLDER: 'berkas' }), NODE_ENV: 'development', ...mode };
      await expect(filesFolderIn(environment)).rejects.toThrow(
        'FILES_FOLDER must be an absolute path, not "berkas".',
      );
    },
  );
});
