import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const ROTATE_AT_BYTES = 10 * 2 ** 20;
const KEPT_LINES = 20;
/** A process that cannot reach its database says so many times a second; once in a while is enough to read. */
const REPEAT_AFTER_MS = 10_000;
/** Of pino's levels: warn 40, error 50, fatal 60. */
const WARNING = 40;

/** Where the output of one process goes, life after life. */
export interface ProcessLog {
  readonly path: string;
  /** Writes every line to the file, and shows the operator the warnings, the errors and what is no log line at all. */
  record(output: { readonly stdout: Readable | null; readonly stderr: Readable | null }): void;
  /** The end of what was written to standard error or logged as a warning or worse. */
  lastComplaints(): string;
  close(): Promise<void>;
}

/** Opens `<folder>/<name>.log` for appending; a file of more than 10 MB is set aside as `<name>.log.1` first. */
export function openProcessLog(folder: string, name: string, show: (line: string) => void): ProcessLog {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  setAside(path);
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  // A full disk must not take the house down: the lines are lost, the processes go on.
  file.on('error', (error) => {
    show(`${name}: its log cannot be written: ${error.message}`);
  });

  const complaints: string[] = [];
  const isNews = newsFilter();
  const read = (stream: Readable | null, isError: boolean): void => {
    if (!stream) return;
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
      if (!file.writableEnded) file.write(`${line}\n`);
      const shown = worthShowing(line, isError);
      if (shown === null) return;
      complaints.push(shown);
      if (complaints.length > KEPT_LINES) complaints.shift();
      if (isNews(shown)) show(`${name}: ${shown}`);
    });
  };
  return {
    path,
    record({ stdout, stderr }) {
      read(stdout, false);
      read(stderr, true);
    },
    lastComplaints: () => complaints.join('\n'),
    close: () =>
      new Promise((resolve) =>
        file.end(() => {
          resolve();
        }),
      ),
  };
}

/** What an operator should see of one line of output, or null when the file is enough. */
export function worthShowing(line: string, isError: boolean): string | null {
  const entry = logEntry(line);
  if (!entry) return isError && line.trim() !== '' ? line : null;
  if (entry.level < WARNING) return null;
  return entry.err?.message === undefined ? entry.msg : `${entry.msg}: ${entry.err.message}`;
}

/** Whether a line differs from the one before it, or comes long after it was last shown. */
export function newsFilter(now: () => number = performance.now.bind(performance)): (line: string) => boolean {
  let last = { line: '', shownAt: 0 };
  return (line) => {
    if (line === last.line && now() - last.shownAt < REPEAT_AFTER_MS) return false;
    last = { line, shownAt: now() };
    return true;
  };
}

interface LogEntry {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message?: string };
}

function logEntry(line: string): LogEntry | null {
  try {
    const parsed = JSON.parse(line) as Partial<LogEntry> | null;
    return typeof parsed?.level === 'number' ? { msg: '', ...parsed, level: parsed.level } : null;
  } catch {
    return null;
  }
}

function setAside(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > ROTATE_AT_BYTES) renameSync(path, `${path}.1`);
}
