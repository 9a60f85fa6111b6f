import {
  closeSync,
  constants,
  fchownSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';

import type { OperatingSystemUser } from './operating-system-user.js';

const ROTATE_AT_BYTES = 10 * 1024 * 1024;
const LINES_IN_ERRORS = 15;

/** The log of one run of the server, appended to those of earlier runs. */
interface ServerLog {
  readonly descriptor: number;
  /** The end of what this run wrote, for error messages. */
  readonly lastLines: () => string;
  readonly close: () => void;
}

/** Opens the log; one that has grown large is first put aside as `.previous`. */
export function openLog(logFile: string, user: OperatingSystemUser): ServerLog {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const isLarge = size > ROTATE_AT_BYTES;
  if (isLarge) renameSync(logFile, `${logFile}.previous`);
  const start = isLarge ? 0 : size;
  // Root may be writing in a folder of somebody else, who must not be able to point us at another file.
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const descriptor = openSync(logFile, flags, 0o600);
  if (user.ids) fchownSync(descriptor, user.ids.uid, user.ids.gid);
  return {
    descriptor,
    lastLines: () => linesFrom(logFile, start),
    close: () => {
      closeSync(descriptor);
    },
  };
}

function linesFrom(logFile: string, start: number): string {
  if (!existsSync(logFile)) return '';
  const text = readFileSync(logFile).subarray(start).toString('utf8');
  return text.trimEnd().split('\n').slice(-LINES_IN_ERRORS).join('\n');
}
