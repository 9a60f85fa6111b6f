import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { findPort } from '@satu-pintu/embedded-postgres';
import { roleUrl } from './database/role-urls.js';
import { builtFolder, projectFolder } from './processes/process-name.js';
import { settleSecrets } from './secrets/settle-secrets.js';

/** `npm run audit:verify`: asks, as the role of analytics and no other, whether the audit log of this house is whole. */
async function main(): Promise<number> {
  const dataFolder = resolve(process.env.SATU_PINTU_DATA_FOLDER ?? join(projectFolder(), '.data'));
  const server = await findServer(dataFolder);
  const { DATABASE_ROLES_KEY } = await settleSecrets(dataFolder, process.env);
  const script = join(builtFolder('analytics'), 'verify-audit.js');
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...process.argv.slice(2)], {
    env: { PATH: process.env.PATH, DATABASE_URL: roleUrl(server, DATABASE_ROLES_KEY, 'analytics', 'app') },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** Where the database server is; the role that is asked brings its own name and password. */
async function findServer(dataFolder: string): Promise<string> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL !== undefined && DATABASE_URL !== '') return DATABASE_URL;
  const port = await findPort(join(dataFolder, 'postgres'));
  if (port === null) throw new Error(`No house has been started with ${dataFolder}.`);
  return `postgres://127.0.0.1:${String(port)}/postgres`;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
