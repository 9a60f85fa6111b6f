import { systemClock } from '@satu-pintu/domain-kit';
import { createDataSource, sqlState } from '@satu-pintu/service-kit';
import { readKeysConfig } from './config.js';
import { KeyOrders } from './signing-key/key-orders.js';
import { type KeyOrder, readKeyOrder } from './signing-key/key-order.js';
import { KeyPairs } from './signing-key/key-pairs.js';
import { SigningKeyEntity } from './signing-key/signing-key.entity.js';

/* `npm run keys`. Exit code 0 when it was done, 1 when it could not be, 2 when the order could not be read. */

const USAGE = `
npm run keys -- list                              all keys, times in UTC
npm run keys -- rotate                            a new key, which signs in two minutes
npm run keys -- revoke <kid> [--reason "<why>"]   ends a key, and all that it signed, at once`;

/** What the database says when it is not that of this house, or is from before keys were rotated. */
const NOT_READY: Readonly<Record<string, string>> = {
  '3D000': 'No house has been started on this server yet.',
  '28P01': 'The database does not know the secrets of this environment.',
  '42P01': 'The tables are those of an earlier version; start the house once.',
  '42703': 'The tables are those of an earlier version; start the house once.',
};

const order = readKeyOrder(process.argv.slice(2));
if (order.ok) await carryOut(order.value);
else complain(2, `${order.refusal.message}\n${USAGE}`);

async function carryOut(what: KeyOrder): Promise<void> {
  const { databaseUrl, signingKeySecret } = readKeysConfig();
  const database = createDataSource({
    url: databaseUrl,
    schema: 'users',
    entities: [SigningKeyEntity],
    poolSize: 1,
  });
  try {
    await database.initialize();
    const { isDone, text } = await new KeyOrders(
      database,
      new KeyPairs(signingKeySecret),
      systemClock,
    ).carryOut(what);
    if (isDone) process.stdout.write(`${text}\n`);
    else complain(1, text);
  } catch (error) {
    complain(1, NOT_READY[sqlState(error) ?? ''] ?? (error instanceof Error ? error.message : String(error)));
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}

function complain(code: number, text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = code;
}
