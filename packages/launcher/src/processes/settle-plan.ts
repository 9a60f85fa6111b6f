import { isAbsolute, join } from 'node:path';
import { portVariable } from '@satu-pintu/service-kit';
import { roleUrl } from '../database/role-urls.js';
import { settleSecrets } from '../secrets/settle-secrets.js';
import type { StackOptions } from '../stack.js';
import type { StackPlan } from './environment-of.js';
import { fixedPorts, freePorts, waitForPorts } from './ports.js';
import type { Ports } from './process-name.js';

/** Settles all that can be known before there is a database, and throws before anything is started when it is wrong. */
export async function settlePlan(
  { dataFolder, ports: choice }: StackOptions,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<(adminUrl: string) => StackPlan> {
  const secrets = await settleSecrets(dataFolder, environment);
  const filesFolder = settleFilesFolder(dataFolder, environment);
  const ports = choice === 'free' ? await freePorts() : await settleFixedPorts(environment.PORT, signal);
  return (adminUrl) => ({
    nodeEnv: environment.NODE_ENV === 'production' ? 'production' : 'development',
    ports,
    secrets,
    settings: withTextMessages(dataFolder, environment),
    filesFolder,
    roleUrl: (schema, kind) => roleUrl(adminUrl, secrets.DATABASE_ROLES_KEY, schema, kind),
  });
}

/** In production somebody has to decide where evidence lies, and that it is saved: nobody backs a default up. */
function settleFilesFolder(dataFolder: string, environment: NodeJS.ProcessEnv): string {
  const folder = environment.FILES_FOLDER;
  if (folder !== undefined && isAbsolute(folder)) return folder;
  if (folder !== undefined) throw new Error(`FILES_FOLDER must be an absolute path, not "${folder}".`);
  if (environment.NODE_ENV === 'production') {
    throw new Error('FILES_FOLDER must name the folder for attachments; see docs/operations/running.md.');
  }
  return join(dataFolder, 'files');
}

/** In development text messages are files beside the data, unless a gateway is named; in production they are sent or not offered. */
function withTextMessages(dataFolder: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isDecided = environment.NODE_ENV === 'production' || Boolean(environment.SMS_URL);
  return isDecided ? environment : { SMS_FOLDER: join(dataFolder, 'text-messages'), ...environment };
}

async function settleFixedPorts(gatewayPort: string | undefined, signal: AbortSignal): Promise<Ports> {
  const ports = fixedPorts(gatewayPort === undefined ? undefined : readPort(gatewayPort));
  await waitForPorts(ports, signal);
  return ports;
}

function readPort(text: string): number {
  const port = portVariable.safeParse(text);
  if (!port.success || port.data === 0)
    throw new Error(`PORT must be a TCP port between 1 and 65535, not "${text}".`);
  return port.data;
}
