import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import { MovableClock, type TestDatabase } from '@satu-pintu/test-kit';
import { loadDemoOfficers } from '../src/demo/load-demo-officers.command.js';
import { DEMO_OFFICERS } from '../src/demo/demo-officers.js';
import { loadedDatabase, TODAY } from './support/agencies-database.js';
import { type AgenciesUnderTest, startAgencies } from './support/running-agencies.js';

const ALL_EVENTS = 20_866 + DEMO_OFFICERS.length;

describe('What agencies tells the house', () => {
  let test: TestDatabase;
  let agencies: AgenciesUnderTest;

  beforeAll(async () => {
    test = await loadedDatabase();
    agencies = await startAgencies(test);
  }, 90_000);

  afterAll(async () => {
    await agencies.close();
    await test.drop();
  });

  it('arrives in the event log, each event once, under its own name', async () => {
    await untilLogHolds(ALL_EVENTS);
    const kinds = await agencies.database.query<object[]>(
      `select producer, type, count(*)::int as events, max(version) as version
         from event_log.event group by producer, type order by type`,
    );
    expect(kinds).toEqual([
      { producer: 'agencies', type: 'agency.registered', events: 20_866, version: 1 },
      { producer: 'agencies', type: 'officer.appointed', events: 7, version: 1 },
    ]);
  }, 60_000);

  it('names the account behind a post, so that users knows the appointment', async () => {
    const [told] = await agencies.database.query<{ payload: object }[]>(
      'select payload from event_log.event where aggregate_id = $1',
      [stableId('officer', 'koordinator.bandung@demo.test')],
    );
    expect(told?.payload).toEqual({
      id: stableId('officer', 'koordinator.bandung@demo.test'),
      agencyId: stableId('agency', '32.73'),
      role: 'COORDINATOR_ADMIN',
      isActive: true,
      accountId: stableId('account', 'koordinator.bandung@demo.test'),
    });
  });

  it('is not repeated when the demo officers are appointed again', async () => {
    expect(await loadDemoOfficers(agencies.database, new MovableClock(TODAY))).toBe(0);
  });

  it('gives admins to no agency but those of the demo accounts', async () => {
    const officers = await agencies.database.query<{ code: string }[]>(
      'select agency.code from officer join agency on agency.id = agency_id order by code',
    );
    expect(officers.map(({ code }) => code)).toEqual([
      '32',
      '32.73',
      '32.73/1.03',
      'KEMENKES',
      'KSP',
      'NASIONAL',
      'OMBUDSMAN',
    ]);
  });

  async function untilLogHolds(expected: number): Promise<void> {
    for (const deadline = Date.now() + 40_000; Date.now() < deadline;) {
      const [log] = await agencies.database.query<{ events: number }[]>(
        'select count(*)::int as events from event_log.event',
      );
      if (log && log.events >= expected) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
});
