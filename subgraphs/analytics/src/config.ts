import { databaseUrlVariable, portVariable, readConfig, secretVariable } from '@satu-pintu/service-kit';

/** How old the public numbers grow, unless the operator decides otherwise: a quarter of an hour. */
const PUBLIC_REFRESH_SECONDS = 900;

/** What the analytics process is told by its environment. */
export interface AnalyticsConfig {
  /** 0 lets the system choose. */
  readonly PORT: number;
  /** Role `analytics_app`. */
  readonly DATABASE_URL: string;
  /** Where `event_log` is, as `analytics_app`. */
  readonly EVENT_LOG_URL: string;
  /** Shared with the gateway: signs the viewer of every request. */
  readonly VIEWER_KEY: string;
  /** Seals the cursors of lists. */
  readonly CURSOR_KEY: string;
  /** Seconds between two publications; a demonstration may choose fewer. */
  readonly PUBLIC_REFRESH_SECONDS: number;
}

/** Reads it once; a missing or malformed variable stops the start. */
export function readAnalyticsConfig(environment: NodeJS.ProcessEnv = process.env): AnalyticsConfig {
  const required = readConfig(
    {
      PORT: portVariable,
      DATABASE_URL: databaseUrlVariable,
      EVENT_LOG_URL: databaseUrlVariable,
      VIEWER_KEY: secretVariable,
      CURSOR_KEY: secretVariable,
    },
    environment,
  );
  return Object.freeze({
    ...required,
    PUBLIC_REFRESH_SECONDS: readSeconds(environment.PUBLIC_REFRESH_SECONDS),
  });
}

function readSeconds(text: string | undefined): number {
  const seconds = text === undefined ? PUBLIC_REFRESH_SECONDS : Number(text);
  if (Number.isInteger(seconds) && seconds > 0) return seconds;
  throw new Error('PUBLIC_REFRESH_SECONDS: must be a whole number of seconds above 0');
}
