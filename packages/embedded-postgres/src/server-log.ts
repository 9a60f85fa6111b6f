import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';

const LINES_IN_ERRORS = 15;

/** Opens an empty log for one run of the server; the log of the run before stays beside it as `.previous`. */
export function openLog(logFile: string): { readonly descriptor: number; close(): void } {
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  const descriptor = openSync(logFile, 'a', 0o600);
  return {
    descriptor,
    close: () => {
      closeSync(descriptor);
    },
  };
}

/** The end of the log, for error messages. Empty without a log. */
export function lastLogLines(logFile: string): string {
  if (!existsSync(logFile)) return '';
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LINES_IN_ERRORS).join('\n');
}
