import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Succession } from '@satu-pintu/events';
import { sweepSuccessions } from '../src/succession/sweep-successions.js';
import { act, dispatched, responded, submitted, type Submitted } from './support/acts.js';
import { AgenciesVoice, anEndedAgency } from './support/agencies-voice.js';
import { warga } from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

const WORKS = '32.73/1.03';
const HEALTH = '32.73/1.02';

describe('An agency that ends or stands empty while it holds reports', () => {
  let service: ReportsService;
  let agencies: AgenciesVoice;
  let sweeper: Sweeper;
  let twelve: readonly Submitted[];
  let deadlines: readonly object[];

  beforeAll(async () => {
    service = await startReports();
    agencies = new AgenciesVoice(service);
    sweeper = await createSweeper(service);
    service.clock.set(FRIDAY);
    twelve = await Promise.all(Array.from({ length: 12 }, () => dispatched(service.ask)));
    deadlines = await openDeadlines();
  }, 90_000);

  afterAll(async () => {
    await sweeper.close();
    await agencies.close();
    await service.close();
  });

  it('keeps its reports while nobody says otherwise', async () => {
    expect(await sweepSuccessions(sweeper.parts)).toBe(0);
    expect(await holdersOf(twelve)).toEqual([agencyId(WORKS)]);
  });

  it('leaves all of them to its successor, each once, though two look after it at the same time', async () => {
    const closed = await ended();
    await agencies.tell('agency.changed', 2, anEndedAgency(WORKS));
    await declare(WORKS, HEALTH, 'ENDED');
    const done = await Promise.all([sweepSuccessions(sweeper.parts), sweepSuccessions(sweeper.parts)]);
    expect(done[0] + done[1]).toBe(12);
    expect(await holdersOf(twelve)).toEqual([agencyId(HEALTH)]);
    expect(await holdersOf([closed])).toEqual([agencyId(WORKS)]);
    expect(await sweepSuccessions(sweeper.parts)).toBe(0);
  });

  it('leaves them as they are, with the deadlines they had, in a chain without a gap', async () => {
    expect(await openDeadlines()).toEqual(deadlines);
    const chains = await service.database.query<{ chain: string[] }[]>(
      `select array_agg(coalesce(from_agency_id::text, '-') || '>' || to_agency_id order by seq) as chain
         from disposition where report_id = any($1::uuid[]) group by report_id`,
      [twelve.map(({ id }) => id)],
    );
    for (const { chain } of chains) expect(chain.at(-1)).toBe(`${agencyId(WORKS)}>${agencyId(HEALTH)}`);
    const said = await service.database.query<object[]>(
      `select distinct act, by_role, reason from history_entry where report_id = any($1::uuid[]) and act = 'TAKE_OVER'`,
      [twelve.map(({ id }) => id)],
    );
    expect(said).toEqual([{ act: 'TAKE_OVER', by_role: 'SYSTEM', reason: 'HOLDER_ENDED' }]);
  });

  it('passes them on up the tree when its successor has ended too and named nobody', async () => {
    await agencies.tell('agency.changed', 2, anEndedAgency(HEALTH));
    await agencies.untilRead();
    expect(await sweepSuccessions(sweeper.parts)).toBe(12);
    expect(await holdersOf(twelve)).toEqual([agencyId('32.73')]);
  });

  it('gives them away when the last one goes who runs it, and may get new ones afterwards', async () => {
    await declare('32.73', '32', 'VACATED');
    expect(await sweepSuccessions(sweeper.parts)).toBeGreaterThanOrEqual(12);
    expect(await holdersOf(twelve)).toEqual([agencyId('32')]);
    const later = await submitted(service.ask, { agencyId: agencyId('32.73') });
    expect(await sweepSuccessions(sweeper.parts)).toBe(0);
    expect(await holdersOf([later])).toEqual([agencyId('32.73')]);
  });

  it('does not go round in circles when two name each other', async () => {
    await declare('32.73', '32', 'ENDED');
    await declare('32', '32.73', 'ENDED');
    for (const code of ['32', '32.73']) await agencies.tell('agency.changed', 9, anEndedAgency(code));
    await agencies.untilRead();
    expect(await sweepSuccessions(sweeper.parts)).toBeGreaterThanOrEqual(12);
    expect(await holdersOf(twelve)).toEqual([agencyId('NASIONAL')]);
  });

  /** A report of the same agency that is closed. */
  async function ended(): Promise<Submitted> {
    const report = await responded(service.ask);
    await act(service.ask, 'confirmResolution', { reportId: report.id }, warga);
    return report;
  }

  async function declare(from: string, to: string, reason: Succession['reason']): Promise<void> {
    const word = { agencyId: agencyId(from), successorId: agencyId(to), reason };
    await agencies.tell('succession.declared', 1, { id: randomUUID(), ...word });
    await agencies.untilRead();
  }

  async function holdersOf(reports: readonly Submitted[]): Promise<readonly string[]> {
    const rows = await service.database.query<{ holder: string }[]>(
      'select distinct holder_agency_id as holder from report where id = any($1::uuid[])',
      [reports.map(({ id }) => id)],
    );
    return rows.map(({ holder }) => holder);
  }

  function openDeadlines(): Promise<readonly object[]> {
    return service.database.query<object[]>(
      `select report_id, kind, due_at from clock
        where report_id = any($1::uuid[]) and kind <> 'HOLDER' and ended_at is null order by report_id, kind`,
      [twelve.map(({ id }) => id)],
    );
  }
});
