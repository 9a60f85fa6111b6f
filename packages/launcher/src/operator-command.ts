import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { SubgraphName } from '@satu-pintu/service-kit';
import { reachServer } from './database/reach-server.js';
import { roleUrl } from './database/role-urls.js';
import { type Environment, passedOn } from './processes/environment-of.js';
import { builtFolder, projectFolder } from './processes/process-name.js';
import type { Secrets } from './secrets/secret-purposes.js';
import { settleSecrets } from './secrets/settle-secrets.js';

/** A command of a subgraph that an operator runs, whether the house is up or not. */
export interface OperatorCommand {
  readonly subgraph: SubgraphName;
  /** Built script below `dist/src` of the subgraph; gets the arguments of this process. */
  readonly script: string;
  /** What it is told besides `DATABASE_URL`, which is the app role of its subgraph and no other. */
  readonly environmentOf?: (secrets: Secrets) => Environment;
}

/** Runs it with the settings of `npm start` and ends as it does: with its exit code. */
export async function runOperatorCommand(command: OperatorCommand): Promise<void> {
  try {
    process.exitCode = await run(command);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function run({ subgraph, script, environmentOf }: OperatorCommand): Promise<number> {
  const dataFolder = resolve(process.env.SATU_PINTU_DATA_FOLDER ?? join(projectFolder(), '.data'));
  const server = await reachServer(dataFolder, process.env.DATABASE_URL);
  try {
    const secrets = await settleSecrets(dataFolder, process.env);
    const path = join(builtFolder(subgraph), script);
    const child = spawn(process.execPath, ['--enable-source-maps', path, ...process.argv.slice(2)], {
      env: {
        ...passedOn(),
        DATABASE_URL: roleUrl(server.url, secrets.DATABASE_ROLES_KEY, subgraph, 'app'),
        ...environmentOf?.(secrets),
      },
      stdio: 'inherit',
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 1;
  } finally {
    await server.leave();
  }
}
