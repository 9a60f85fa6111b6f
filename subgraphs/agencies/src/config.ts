import { databaseUrlVariable, portVariable, readConfig, secretVariable } from '@satu-pintu/service-kit';

/** What the running service is told; see `readAgenciesConfig` for the variables. */
export interface AgenciesConfig {
  /** 0 takes any free port. */
  readonly port: number;
  /** The schema `agencies`, as its app role. */
  readonly databaseUrl: string;
  /** The database with the schema `event_log`, as the same role. */
  readonly eventLogUrl: string;
  /** Key shared with the gateway alone. */
  readonly viewerKey: string;
  /** Seals the cursors of lists. */
  readonly cursorKey: string;
  /** Seals the addresses of imports and exports, and makes the invitations of imports. */
  readonly importsKey: string;
}

/** Reads the environment of the service: PORT, DATABASE_URL, EVENT_LOG_URL, VIEWER_KEY, CURSOR_KEY, IMPORTS_KEY. */
export function readAgenciesConfig(): AgenciesConfig {
  const environment = readConfig({
    PORT: portVariable,
    DATABASE_URL: databaseUrlVariable,
    EVENT_LOG_URL: databaseUrlVariable,
    VIEWER_KEY: secretVariable,
    CURSOR_KEY: secretVariable,
    IMPORTS_KEY: secretVariable,
  });
  return Object.freeze({
    port: environment.PORT,
    databaseUrl: environment.DATABASE_URL,
    eventLogUrl: environment.EVENT_LOG_URL,
    viewerKey: environment.VIEWER_KEY,
    cursorKey: environment.CURSOR_KEY,
    importsKey: environment.IMPORTS_KEY,
  });
}

/** Where the processes that prepare the database find it: OWNER_DATABASE_URL, the owner of the schema `agencies`. */
export function readOwnerUrl(): string {
  return readConfig({ OWNER_DATABASE_URL: databaseUrlVariable }).OWNER_DATABASE_URL;
}
