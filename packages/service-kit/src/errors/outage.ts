/** What the system says of a server that cannot be reached. */
const SYSTEM_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EADDRNOTAVAIL',
]);

/**
 * SQLSTATEs: connection exceptions, too many connections, a server that stops or starts, and other transactions that
 * were in the way each time that the work was tried.
 */
const SQL_STATES = /^(?:08...|53300|57P0[1-3]|40001|40P01|55P03)$/;

/** What the driver says without any code. */
const DRIVER_MESSAGES = /^(?:Connection terminated|timeout exceeded when trying to connect)/;

/** Is this error about the database being away or busy, so that the same request may well succeed in a moment? */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  if (SYSTEM_CODES.has(code) || (typeof code === 'string' && SQL_STATES.test(code))) return true;
  return DRIVER_MESSAGES.test(error.message);
}
