import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Closable, createDataSource, createLogger } from '@satu-pintu/service-kit';
import { createTestDatabase, type TestDatabase } from '@satu-pintu/test-kit';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import {
  appendToOutbox,
  consumeBatch,
  CONSUMER_TABLES,
  followAggregate,
  migrateEventLog,
  OutboxTail,
  outboxTables,
  type PlacedEvent,
  startConsumer,
  startRelay,
  WakeUp,
} from '../src/index.js';

const logger = createLogger('test', 'fatal');
let testDatabase: TestDatabase;
let producer: DataSource;
let consumer: DataSource;
let pools: { readonly source: pg.Pool; readonly log: pg.Pool; readonly reader: pg.Pool };
let wakeUp: WakeUp;
let running: Closable[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase({
    name: 'events',
    schemas: ['event_log', 'reports', 'agencies', 'users', 'analytics'],
    async migrate(database) {
      await migrateEventLog(database.ownerUrl('event_log'));
      await asOwner(database, 'agencies', outboxTables('agencies'));
      await asOwner(database, 'analytics', CONSUMER_TABLES);
    },
  });
  producer = await connect('agencies');
  consumer = await connect('analytics');
  const options = '-c search_path=agencies,public';
  pools = {
    source: new pg.Pool({ connectionString: testDatabase.appUrl('agencies'), options }),
    log: new pg.Pool({ connectionString: testDatabase.appUrl('agencies') }),
    reader: new pg.Pool({ connectionString: testDatabase.appUrl('analytics') }),
  };
  wakeUp = new WakeUp(testDatabase.appUrl('agencies'), logger);
  await wakeUp.start();
});

beforeEach(async () => {
  for (const part of running.reverse()) await part.close();
  running = [];
});

afterAll(async () => {
  for (const part of running.reverse()) await part.close();
  await wakeUp.close();
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
  await Promise.all([producer.destroy(), consumer.destroy()]);
  await testDatabase.drop();
});

async function asOwner(database: TestDatabase, schema: string, ddl: string): Promise<void> {
  const owner = createDataSource({ url: database.ownerUrl(schema), schema, entities: [], poolSize: 1 });
  await owner.initialize();
  await owner.query(ddl);
  await owner.destroy();
}

async function connect(schema: string): Promise<DataSource> {
  const database = createDataSource({ url: testDatabase.appUrl(schema), schema, entities: [], poolSize: 16 });
  return database.initialize();
}

/** Tells one event, and keeps its transaction open for a while before it commits. */
async function tell(aggregateId: string, version: number, heldMs = 0): Promise<void> {
  await producer.transaction(async (tx) => {
    const payload = { version };
    await appendToOutbox(tx, { type: 'agency.changed', aggregateId, version, at: new Date(), payload });
    if (heldMs > 0) await pause(heldMs);
  });
}

async function startRelaying(): Promise<void> {
  running.push(await startRelay({ producer: 'agencies', ...pools, wakeUp, logger }));
}

async function startConsuming(name: string, seen: PlacedEvent[]): Promise<void> {
  const options = {
    name,
    types: ['agency.*'],
    log: pools.reader,
    database: consumer,
    wakeUp,
    logger,
    handle: (events: readonly PlacedEvent[]) => {
      seen.push(...events);
      return Promise.resolve();
    },
  };
  running.push(await startConsumer(options));
}

async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in 15 s.');
    await pause(50);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe('event lines', () => {
  it('miss no event of writers that commit out of order', async () => {
    const seen: PlacedEvent[] = [];
    await startRelaying();
    await startConsuming('late-commits', seen);
    const ids = Array.from({ length: 12 }, () => randomUUID());
    await Promise.all(
      ids.map(async (id) => {
        for (let version = 1; version <= 20; version += 1) await tell(id, version, Math.random() * 20);
      }),
    );
    await eventually(() => seen.length >= 240);
    for (const id of ids) {
      const versions = seen.filter((event) => event.aggregateId === id).map((event) => event.version);
      expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    }
  });

  it('apply each event once, also with two relays and two consumers of one name', async () => {
    const seen: PlacedEvent[] = [];
    await Promise.all([startRelaying(), startRelaying()]);
    await Promise.all([startConsuming('twice', seen), startConsuming('twice', seen)]);
    const id = randomUUID();
    for (let version = 1; version <= 50; version += 1) await tell(id, version);
    await eventually(() => seen.some((event) => event.aggregateId === id && event.version === 50));
    expect(new Set(seen.map((event) => event.id)).size).toBe(seen.length);
  });

  it('do not move on when an event cannot be applied, and apply it when it can', async () => {
    await startRelaying();
    const id = randomUUID();
    await tell(id, 1);
    await eventually(async () => (await arrived(id)) === 1);
    let isBroken = true;
    const seen: string[] = [];
    const options = {
      name: 'stumbling',
      types: ['agency.changed'],
      log: pools.reader,
      database: consumer,
      wakeUp,
      logger,
      handle: (events: readonly PlacedEvent[]) => {
        if (isBroken) return Promise.reject(new Error('not now'));
        seen.push(...events.map((event) => event.aggregateId));
        return Promise.resolve();
      },
    };
    await consumer.query(`insert into consumer_cursor (consumer) values ('stumbling')`);
    await expect(consumeBatch(options)).rejects.toThrow('not now');
    isBroken = false;
    await consumeBatch(options);
    expect(seen.filter((each) => each === id)).toEqual([id]);
  });

  it('let no producer write under the name of another', async () => {
    const forged = `insert into event_log.event (producer, id, type, aggregate_id, version, at, payload)
                    values ('reports', gen_random_uuid(), 'report.closed', gen_random_uuid(), 1, now(), '{}')`;
    await expect(pools.log.query(forged)).rejects.toThrow('row-level security');
    await expect(pools.log.query('delete from event_log.event')).rejects.toThrow('permission denied');
  });

  it('bring a listener what it missed and then what comes, in order and once, and let it go at once', async () => {
    const tail = new OutboxTail('agencies', pools.source, wakeUp, logger);
    await tail.start();
    running.push(tail);
    const id = randomUUID();
    await tell(id, 1);
    await tell(id, 2);
    const first = followAggregate(tail, id, { position: { tx: 0n, seq: 0n } });
    const heard = [await first.next(), await first.next()];
    await tell(id, 3);
    heard.push(await first.next());
    expect(heard.map(({ value }) => (value as PlacedEvent).version)).toEqual([1, 2, 3]);

    const waiting = first.next();
    await first.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('do not tell a listener what it has seen already, however late the tail reads it', async () => {
    const tail = new OutboxTail('agencies', pools.source, wakeUp, logger);
    await tail.start();
    running.push(tail);
    const id = randomUUID();
    const slow = tell(randomUUID(), 1, 600); // holds the horizon back, and with it the tail
    await pause(100);
    await tell(id, 1);
    const news = followAggregate(tail, id, { version: 1 });
    const first = news.next();
    await pause(100);
    await tell(id, 2);
    await slow;
    expect((await first).value).toMatchObject({ aggregateId: id, version: 2 });
    await news.return?.();
  });

  it('listen again, over one connection, after their connections were cut several times', async () => {
    const seen: PlacedEvent[] = [];
    await startRelaying();
    await startConsuming('cut-off', seen);
    for (let round = 1; round <= 3; round += 1) {
      await cutListeners();
      await pause(700);
    }
    const id = randomUUID();
    await tell(id, 1);
    await eventually(() => seen.some((event) => event.aggregateId === id));
    expect(await countListeners()).toBe(1);
  });

  it('leave no connection behind when they are closed while they connect again', async () => {
    const others = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const other = new WakeUp(testDatabase.appUrl('users'), logger);
        await other.start();
        await other.on('anything', () => undefined);
        return other;
      }),
    );
    const listeners = `from pg_stat_activity where usename = 'users_app'`;
    expect((await pools.log.query(`select ${listeners}`)).rowCount).toBe(others.length);
    await asUsers(`select pg_terminate_backend(pid) ${listeners} and pid <> pg_backend_pid()`);
    for (const [index, other] of others.entries()) {
      await pause(index === 0 ? 480 : 6);
      await other.close();
    }
    await pause(1_200);
    expect((await pools.log.query(`select ${listeners}`)).rowCount).toBe(0);
  });
});

async function arrived(aggregateId: string): Promise<number> {
  const { rowCount } = await pools.reader.query('select from event_log.event where aggregate_id = $1', [
    aggregateId,
  ]);
  return rowCount ?? 0;
}

async function asUsers(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabase.appUrl('users') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const LISTENERS = `from pg_stat_activity where usename = 'agencies_app' and query like 'listen%'`;

async function cutListeners(): Promise<void> {
  await pools.log.query(`select pg_terminate_backend(pid) ${LISTENERS}`);
}

async function countListeners(): Promise<number> {
  const { rowCount } = await pools.log.query(`select ${LISTENERS}`);
  return rowCount ?? 0;
}
