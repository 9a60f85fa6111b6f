import { WorkerLoop } from '@satu-pintu/events';
import { type Closable, isOutage, type Logger, sqlState } from '@satu-pintu/service-kit';
import type { CarryOutImport, ImportParts } from './carry-out-import.command.js';
import { failImport, importsToDo } from './import.store.js';

/** How often a process looks for imports that another one took in, or has left behind. */
const POLL_MS = 5_000;
/** SQLSTATE of a lock that did not come in time: somebody else changes the tree. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Carries out imports one after the other, for as long as the service runs. */
export class ImportWorker implements Closable {
  private readonly loop: WorkerLoop;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly carryOut: CarryOutImport,
    private readonly parts: ImportParts & { readonly logger: Logger },
  ) {
    this.loop = new WorkerLoop('agencies.imports', () => this.work(), parts.logger);
    this.timer = setInterval(() => this.wake(), POLL_MS).unref();
    this.wake();
  }

  /** There is a new one. */
  wake(): void {
    this.loop.wake();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.loop.close();
  }

  /** One import, unless all that there are lie with other processes. */
  private async work(): Promise<boolean> {
    for (const id of await importsToDo(this.parts.database.manager)) {
      if (await this.carryOutOne(id)) return true;
    }
    return false;
  }

  private async carryOutOne(id: string): Promise<boolean> {
    const { database, clock, logger } = this.parts;
    try {
      return await this.carryOut.execute(id);
    } catch (error) {
      // The same may well succeed in a moment, and nothing was changed: it stays where it is in the queue.
      if (isOutage(error) || sqlState(error) === LOCK_NOT_AVAILABLE) throw error;
      logger.error({ err: error, import: id }, 'an import failed');
      await failImport(database.manager, id, clock.now());
      return true;
    }
  }
}
