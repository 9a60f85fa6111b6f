const SECONDS = 2;

/**
 * How long a service waits for a connection, in milliseconds: short, so that whoever asks hears soon that the database
 * is away. `PGCONNECT_TIMEOUT`, in seconds, the variable of PostgreSQL's own clients, says otherwise.
 */
export function connectTimeoutMs({ PGCONNECT_TIMEOUT: told }: NodeJS.ProcessEnv = process.env): number {
  const seconds = Number(told);
  return (seconds > 0 ? seconds : SECONDS) * 1_000;
}
