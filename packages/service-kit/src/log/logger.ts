import { type Logger, pino, stdSerializers } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values never reach a log line, wherever they hang. */
const PERSONAL = ['password', 'accessToken', 'refreshToken', 'accessCode', 'email', 'phone', 'reporterKey'];

/** JSON lines on stdout, one logger per process. Bodies, variables and identities are not logged. */
export function createLogger(service: string, level = process.env.LOG_LEVEL ?? 'info'): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutValues },
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  });
}

/** Where a failed statement repeats values of its row, which may be what people wrote. */
const VALUES_OF_ROWS = new Set(['parameters', 'detail', 'where', 'driverError']);

/** An error for the log: what went wrong and where, without the values it went wrong with. */
function withoutValues(error: Error): object {
  const serialized = Object.entries(stdSerializers.err(error));
  return Object.fromEntries(serialized.filter(([key]) => !VALUES_OF_ROWS.has(key)));
}
