import type { DataSource, QueryRunner } from 'typeorm';

/** Key of the lock; any number that nobody else in this database uses. */
const TIME = 7_400_402;
const PATIENCE_MS = 200;

const HOLD = 'select pg_try_advisory_lock($1) as "isHeld"';
const SHARE = 'select pg_try_advisory_lock_shared($1) as "isHeld"';

/**
 * Lets deadlines rest during work that takes reports through a past of their own: the demonstration set lives in
 * 2019, and would meet deadlines of today half way. Waits for a sweep that is under way.
 */
export async function whileTimeStandsStill<Result>(
  database: DataSource,
  work: () => Promise<Result>,
): Promise<Result> {
  return onOneConnection(database, async (session) => {
    while (!(await isHeld(session, HOLD))) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    return work();
  });
}

/** Does the work unless time stands still; null when it does. Any number of these go side by side. */
export async function unlessTimeStandsStill<Result>(
  database: DataSource,
  work: () => Promise<Result>,
): Promise<Result | null> {
  return onOneConnection(database, async (session) => ((await isHeld(session, SHARE)) ? work() : null));
}

async function isHeld(session: QueryRunner, lock: string): Promise<boolean> {
  const [answer] = (await session.query(lock, [TIME])) as { readonly isHeld: boolean }[];
  return answer?.isHeld === true;
}

/** A lock of a session is the connection's: it goes with it if the process dies, and is given back before others use it. */
async function onOneConnection<Result>(
  database: DataSource,
  work: (session: QueryRunner) => Promise<Result>,
): Promise<Result> {
  const session = database.createQueryRunner();
  try {
    return await work(session);
  } finally {
    await session.query('select pg_advisory_unlock_all()').finally(() => session.release());
  }
}
