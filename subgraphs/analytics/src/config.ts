import { portVariable, readConfig, secretVariable } from '@satu-pintu/service-kit';
import { z } from 'zod';

/** Security C7: the public numbers change no more often than this, unless the operator decides otherwise. */
const PUBLIC_REFRESH_SECONDS = 900;

/** What the analytics process is told by its environment. */
export interface AnalyticsConfig {
  readonly PORT: number;
  readonly DATABASE_URL: string;
  readonly EVENT_LOG_URL: string;
  readonly VIEWER_KEY: string;
  readonly PUBLIC_REFRESH_SECONDS: number;
}

/** Reads it once; a missing variable stops the start. */
export function readAnalyticsConfig(environment: NodeJS.ProcessEnv = process.env): AnalyticsConfig {
  return readConfig(
    {
      PORT: portVariable,
      DATABASE_URL: z.url(),
      EVENT_LOG_URL: z.url(),
      VIEWER_KEY: secretVariable,
      PUBLIC_REFRESH_SECONDS: z.coerce.number().int().positive().default(PUBLIC_REFRESH_SECONDS),
    },
    environment,
  );
}
