import pg from 'pg';

const RECORD = /* sql */ `
  create schema if not exists launcher;
  create table if not exists launcher.done_step (
    name text primary key,
    fingerprint text not null,
    done_at timestamptz not null default now()
  );
  comment on table launcher.done_step is 'Which step of the preparation was last done, with which code and data.';
`;

const REMEMBER = /* sql */ `
  insert into launcher.done_step (name, fingerprint) values ($1, $2)
  on conflict (name) do update set fingerprint = excluded.fingerprint, done_at = now()
`;

/** Only one launcher at a time prepares a database; any number that nobody else uses serves as the key. */
const PREPARATION_LOCK = 7_400_401;

/**
 * Remembers, in the database itself, which steps it has seen. A new database has seen none, whatever an old data
 * folder says, and a step is done again when its code or its data have changed.
 */
export class StepRecord {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly holder: pg.PoolClient,
  ) {}

  /** Opens the record and waits until no other launcher prepares the same database, or until the start is given up. */
  static async open(databaseUrl: string, signal: AbortSignal): Promise<StepRecord> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, keepAlive: true });
    // A broken connection shows when the next step asks; without a listener it would end the launcher.
    pool.on('error', () => undefined);
    const holder = await pool.connect();
    holder.on('error', () => undefined);
    const giveUp = (): void => {
      holder.release(true);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    await holder.query('select pg_advisory_lock($1)', [PREPARATION_LOCK]);
    signal.removeEventListener('abort', giveUp);
    await holder.query(RECORD);
    return new StepRecord(pool, holder);
  }

  /** Does the step unless it was done with this fingerprint; says whether it had to. */
  async doOnce(name: string, fingerprint: string, step: () => Promise<void>): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'select from launcher.done_step where name = $1 and fingerprint = $2',
      [name, fingerprint],
    );
    if (rowCount !== 0) return false;
    await step();
    await this.pool.query(REMEMBER, [name, fingerprint]);
    return true;
  }

  /** Also lets the next launcher in. */
  async close(): Promise<void> {
    // The lock is the connection's, so the connection has to go.
    this.holder.release(true);
    await this.pool.end();
  }
}
