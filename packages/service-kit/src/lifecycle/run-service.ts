import type { Logger } from '../log/logger.js';

/** A running part that can be ended; closing twice is harmless. */
export interface Closable {
  close(): Promise<void>;
}

const HARD_STOP_MS = 30_000;

/**
 * Runs one process: SIGTERM and SIGINT close it in order and exit 0; an error that nobody caught is logged and ends
 * the process, since its state can no longer be trusted and the launcher starts it anew.
 */
export async function runService(logger: Logger, start: () => Promise<Closable>): Promise<void> {
  const fail = (error: unknown): never => {
    logger.fatal({ err: error }, 'stopping after an unexpected error');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const service = await start().catch(fail);
  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), HARD_STOP_MS).unref();
    service.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  // Started by a launcher: when it is gone, so is the reason to run.
  if (process.channel) process.on('disconnect', () => stop('launcher gone'));
}
