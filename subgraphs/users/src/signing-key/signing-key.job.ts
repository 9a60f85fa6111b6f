import type { Clock } from '@satu-pintu/domain-kit';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { RotateSigningKeyCommand } from './rotate-signing-key.command.js';
import { destroyPrivateHalves } from './signing-key.store.js';

/** What looking after keys needs. */
export interface KeyUpkeep {
  readonly database: DataSource;
  readonly rotate: RotateSigningKeyCommand;
  /** A key that has signed for so many days is rotated. */
  readonly maxAgeDays: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

const LOOK_EVERY_MS = 30_000;

/** Looks after the keys now and every half minute. Several processes may do so side by side. */
export function startKeyUpkeep(upkeep: KeyUpkeep): Closable {
  let work = Promise.resolve();
  const look = (): void => {
    work = work
      .then(() => keepKeys(upkeep))
      .catch((error: unknown) => {
        upkeep.logger.error({ err: error }, 'signing keys are not looked after');
      });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await work;
    },
  };
}

/** Rotates a key that has grown old, and destroys the private halves of those that sign no more. */
export async function keepKeys({ database, rotate, maxAgeDays, clock, logger }: KeyUpkeep): Promise<void> {
  if (await rotate.executeWhenDue(maxAgeDays)) logger.info('a new signing key is published');
  await destroyPrivateHalves(database.manager, clock.now());
}
