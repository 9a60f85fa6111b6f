import { databaseUrlVariable, portVariable, readConfig, secretVariable } from '@satu-pintu/service-kit';

/** Keys of the reports subgraph, each base64url of at least 32 random bytes. */
export interface ReportsSecrets {
  /** Shared with the gateway: signs the viewer of every request. */
  readonly viewerKey: string;
  /** Shared with users: seals the handles by which a reporter is looked up. */
  readonly handleKey: string;
  /** Of reports alone: seals cursors. */
  readonly cursorKey: string;
  /** Of reports alone: access codes are derived from it. Losing it makes every code invalid. */
  readonly accessCodeKey: string;
}

/** Everything the running service is told from outside. */
export interface ReportsConfig {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Role `reports_app`. */
  readonly databaseUrl: string;
  /** Where `event_log` is, as `reports_app`. */
  readonly eventLogUrl: string;
  readonly secrets: ReportsSecrets;
}

/** Reads and checks the environment of the service. */
export function readReportsConfig(environment: NodeJS.ProcessEnv = process.env): ReportsConfig {
  const variables = readConfig(
    {
      PORT: portVariable,
      DATABASE_URL: databaseUrlVariable,
      EVENT_LOG_URL: databaseUrlVariable,
      VIEWER_KEY: secretVariable,
      HANDLE_KEY: secretVariable,
      CURSOR_KEY: secretVariable,
      ACCESS_CODE_KEY: secretVariable,
    },
    environment,
  );
  return Object.freeze({
    port: variables.PORT,
    databaseUrl: variables.DATABASE_URL,
    eventLogUrl: variables.EVENT_LOG_URL,
    secrets: Object.freeze({
      viewerKey: variables.VIEWER_KEY,
      handleKey: variables.HANDLE_KEY,
      cursorKey: variables.CURSOR_KEY,
      accessCodeKey: variables.ACCESS_CODE_KEY,
    }),
  });
}

/** Address of the owner role, for the process that migrates. */
export function readOwnerUrl(environment: NodeJS.ProcessEnv = process.env): string {
  return readConfig({ OWNER_DATABASE_URL: databaseUrlVariable }, environment).OWNER_DATABASE_URL;
}
