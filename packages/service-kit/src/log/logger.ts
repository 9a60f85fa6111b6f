import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values never reach a log line, wherever they hang. */
const PERSONAL = ['password', 'accessToken', 'refreshToken', 'accessCode', 'email', 'phone', 'reporterKey'];

/** JSON lines on stdout, one logger per process. Bodies, variables and identities are not logged. */
export function createLogger(service: string, level = process.env['LOG_LEVEL'] ?? 'info'): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  });
}
