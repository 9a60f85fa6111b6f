import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import { createLogger } from '@satu-pintu/service-kit';
import { MovableClock, type TestDatabase } from '@satu-pintu/test-kit';
import type { DataSource } from 'typeorm';
import { NewDayJob } from '../src/new-day/new-day.job.js';
import { renewValidity } from '../src/new-day/renew-validity.command.js';
import { agenciesDatabase } from '../src/persistence/database.js';
import { loadedDatabase, TODAY } from './support/agencies-database.js';

const ENDING = stableId('agency', '32.73/1.02');
const BEGINNING = stableId('agency', '32.73/1.03');
const SUCCESSOR = stableId('agency', '32.73');
/** A minute before midnight in Jakarta, and a minute after. */
const LATE = '2026-08-20T16:59:00Z';
const EARLY = '2026-08-20T17:01:00Z';

describe('A new day', () => {
  let test: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    test = await loadedDatabase();
    database = await agenciesDatabase({ url: test.appUrl('agencies') }).initialize();
    await database.query(`update agency set valid_to = '2026-08-20', successor_id = $2 where id = $1`, [
      ENDING,
      SUCCESSOR,
    ]);
    await database.query(`update agency set valid_from = '2026-08-21', is_active = false where id = $1`, [
      BEGINNING,
    ]);
  }, 90_000);

  afterAll(async () => {
    await database.destroy();
    await test.drop();
  });

  it('begins and ends agencies at midnight in Jakarta, and tells of them once, in two processes', async () => {
    const clock = new MovableClock(LATE);
    const logger = createLogger('new day under test', 'fatal');
    const jobs = [1, 2].map(() => new NewDayJob({ database, clock, logger }, 20));
    await pause(1_000);
    expect(await states()).toEqual({ ending: true, beginning: false, told: 0 });
    clock.set(EARLY);
    while ((await states()).ending) await pause(50);
    await Promise.all(jobs.map((job) => job.close()));
    expect(await states()).toEqual({ ending: false, beginning: true, told: 2 });
  });

  it('leaves the open reports of what has ended to its successor', async () => {
    const declared = await database.query<object[]>(
      `select payload from outbox where type = 'succession.declared'`,
    );
    expect(declared).toEqual([{ payload: { agencyId: ENDING, successorId: SUCCESSOR, reason: 'ENDED' } }]);
  });

  it('changes nothing when it is done again, and leaves in peace what an office has ended', async () => {
    await database.query('update agency set has_ended = true, is_active = false where id = $1', [BEGINNING]);
    expect(await renewValidity(database, new MovableClock(EARLY))).toEqual({ registered: 0, changed: 0 });
  });

  it('forgets imports that are long over, and those whose file never came', async () => {
    const insert = async (state: string, days: number): Promise<string> => {
      const id = randomUUID();
      await database.query(
        `insert into import (id, kind, agency_id, is_dry_run, state, post_ids, rows_read, rows_done, rows_created,
           rows_changed, rows_refused, requested_at, ended_at)
         values ($1, 'UNITS', $2, true, $3, '{}', 0, 0, 0, 0, 0, $4::timestamptz - make_interval(days => $5),
           case when $3 in ('DONE') then $4::timestamptz end)`,
        [id, ENDING, state, TODAY, days],
      );
      return id;
    };
    const kept = [await insert('DONE', 29), await insert('AWAITING_FILE', 0)];
    await insert('DONE', 31);
    await insert('AWAITING_FILE', 2);
    const job = new NewDayJob({
      database,
      clock: new MovableClock(TODAY),
      logger: createLogger('new day under test', 'fatal'),
    });
    await job.close();
    const left = await database.query<{ id: string }[]>('select id from import');
    expect(left.map(({ id }) => id).sort()).toEqual(kept.sort());
  });

  async function states(): Promise<{ ending: boolean; beginning: boolean; told: number }> {
    const [row] = await database.query<{ ending: boolean; beginning: boolean; told: number }[]>(
      `select (select is_active from agency where id = $1) as ending,
              (select is_active from agency where id = $2) as beginning,
              (select count(*)::int from outbox where type = 'agency.changed' and aggregate_id in ($1, $2)) as told`,
      [ENDING, BEGINNING],
    );
    return row ?? { ending: false, beginning: false, told: 0 };
  }
});
