import {
  databaseUrlVariable,
  folderVariable,
  portVariable,
  readConfig,
  secretVariable,
  textVariable,
} from '@satu-pintu/service-kit';
import { type FilesConfig, filesConfigOf } from './files/files-config.js';

/** Keys of the reports subgraph, each base64url of at least 32 random bytes. */
export interface ReportsSecrets {
  /** Shared with the gateway: signs the viewer of every request. */
  readonly viewerKey: string;
  /** Shared with users: seals the handles by which a reporter is looked up. */
  readonly handleKey: string;
  /** Of reports alone: seals cursors. */
  readonly cursorKey: string;
  /** Of reports alone: access codes and versions are derived from it. Losing it makes every code invalid. */
  readonly accessCodeKey: string;
  /** Of reports alone: seals the addresses under which files are sent and fetched. */
  readonly filesKey: string;
}

/** Everything the running service is told from outside. */
export interface ReportsConfig {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Role `reports_app`. */
  readonly databaseUrl: string;
  /** Where `event_log` is, as `reports_app`. */
  readonly eventLogUrl: string;
  /** Role `reports_jobs_app`; null leaves background work to whoever calls it by hand, as a test that moves the clock. */
  readonly jobsDatabaseUrl: string | null;
  /** Where attachments lie. */
  readonly files: FilesConfig;
  readonly secrets: ReportsSecrets;
}

/** Reads and checks the environment of the service. */
export function readReportsConfig(environment: NodeJS.ProcessEnv = process.env): ReportsConfig {
  const variables = readConfig(
    {
      PORT: portVariable,
      DATABASE_URL: databaseUrlVariable,
      EVENT_LOG_URL: databaseUrlVariable,
      JOBS_DATABASE_URL: databaseUrlVariable,
      VIEWER_KEY: secretVariable,
      HANDLE_KEY: secretVariable,
      CURSOR_KEY: secretVariable,
      ACCESS_CODE_KEY: secretVariable,
      FILES_KEY: secretVariable,
      FILES_FOLDER: folderVariable,
      FILES_S3_BUCKET: textVariable,
      FILES_S3_REGION: textVariable,
      FILES_S3_ENDPOINT: textVariable,
      FILES_S3_ACCESS_KEY_ID: textVariable,
      FILES_S3_SECRET_ACCESS_KEY: textVariable,
    },
    environment,
  );
  return Object.freeze({
    port: variables.PORT,
    databaseUrl: variables.DATABASE_URL,
    eventLogUrl: variables.EVENT_LOG_URL,
    jobsDatabaseUrl: variables.JOBS_DATABASE_URL,
    files: filesConfigOf(variables),
    secrets: Object.freeze({
      viewerKey: variables.VIEWER_KEY,
      handleKey: variables.HANDLE_KEY,
      cursorKey: variables.CURSOR_KEY,
      accessCodeKey: variables.ACCESS_CODE_KEY,
      filesKey: variables.FILES_KEY,
    }),
  });
}

/** Addresses of the owner roles, for the process that migrates. */
export function readOwnerUrls(environment: NodeJS.ProcessEnv = process.env): {
  readonly reports: string;
  readonly jobs: string;
} {
  const variables = readConfig(
    { OWNER_DATABASE_URL: databaseUrlVariable, OWNER_JOBS_DATABASE_URL: databaseUrlVariable },
    environment,
  );
  return { reports: variables.OWNER_DATABASE_URL, jobs: variables.OWNER_JOBS_DATABASE_URL };
}
