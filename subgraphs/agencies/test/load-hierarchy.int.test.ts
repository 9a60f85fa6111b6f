import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import { MovableClock, type TestDatabase } from '@satu-pintu/test-kit';
import type { DataSource } from 'typeorm';
import type { HierarchyFacts } from '../src/hierarchy/hierarchy-facts.js';
import { loadHierarchy } from '../src/hierarchy/load-hierarchy.command.js';
import { readFacts } from '../src/hierarchy/read-facts.js';
import { agenciesDatabase } from '../src/persistence/database.js';
import { emptyDatabase, TODAY } from './support/agencies-database.js';

describe('Loading the hierarchy', () => {
  const clock = new MovableClock(TODAY);
  let test: TestDatabase;
  let database: DataSource;
  let facts: HierarchyFacts;

  beforeAll(async () => {
    test = await emptyDatabase();
    database = await agenciesDatabase({ url: test.ownerUrl('agencies') }).initialize();
    facts = await readFacts();
  }, 60_000);

  afterAll(async () => {
    await database.destroy();
    await test.drop();
  });

  it('registers every agency with one event each, within thirty seconds', async () => {
    const startedAt = performance.now();
    const load = await loadHierarchy(database, facts, clock);
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    expect(load.regions).toEqual({ total: 7837, written: 7837 });
    expect(load.agencies).toEqual({ total: 20_866, active: 20_706, registered: 20_866, changed: 0 });
    expect(await eventsByType()).toEqual([{ type: 'agency.registered', events: 20_866 }]);
  }, 60_000);

  it('tells of an agency by its whole snapshot', async () => {
    const id = stableId('agency', '32.73/1.03');
    const [event] = await database.query<object[]>(
      'select version, at, payload from outbox where aggregate_id = $1',
      [id],
    );
    expect(event).toEqual({
      version: 1,
      at: new Date(TODAY),
      payload: {
        id,
        code: '32.73/1.03',
        name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung',
        kind: 'UNIT',
        parentId: stableId('agency', '32.73'),
        tie: 'ADMINISTRATIVE',
        path: labels('NASIONAL', '32', '32.73', '32.73/1.03'),
        housePath: labels('32.73', '32.73/1.03'),
        regionCode: '32.73',
        timeZone: 'Asia/Jakarta',
        isActive: true,
      },
    });
  });

  it('writes and tells nothing when the same facts are loaded again', async () => {
    const load = await loadHierarchy(database, facts, clock);
    expect(load.regions.written).toBe(0);
    expect(load.agencies).toMatchObject({ registered: 0, changed: 0 });
    expect(await eventsByType()).toEqual([{ type: 'agency.registered', events: 20_866 }]);
  }, 60_000);

  it('tells of exactly the agency whose fact changed, as its next version', async () => {
    const renamed = facts.institutions.map((fact) =>
      fact.id === 'KEMENKES' ? { ...fact, name: 'Kementerian Kesehatan Masyarakat' } : fact,
    );
    const load = await loadHierarchy(database, { ...facts, institutions: renamed }, clock);
    expect(load.agencies).toMatchObject({ registered: 0, changed: 1 });
    const changes = await database.query<object[]>(
      `select aggregate_id, version, payload ->> 'name' as name from outbox where type = 'agency.changed'`,
    );
    expect(changes).toEqual([
      { aggregate_id: stableId('agency', 'KEMENKES'), version: 2, name: 'Kementerian Kesehatan Masyarakat' },
    ]);
  }, 60_000);

  it('moves a whole subtree when a regency comes under another province', async () => {
    const moved = facts.regencies.map((place) =>
      place.code === '32.79' ? { ...place, parentCode: '33' } : place,
    );
    const load = await loadHierarchy(database, { ...facts, regencies: moved }, clock);
    const [below] = await database.query<{ agencies: number; strays: number }[]>(
      `select count(*)::int as agencies, count(*) filter (where not path <@ $1::ltree)::int as strays
         from agency where region_code = '32.79' and code like '32.79%'`,
      [labels('NASIONAL', '33', '32.79')],
    );
    expect(below).toEqual({ agencies: 35, strays: 0 });
    // The city with its 34 offices, its office of religious affairs, and the ministry renamed above, back again.
    expect(load.agencies).toMatchObject({ registered: 0, changed: 37 });
  }, 60_000);

  it('ends an agency on the day after its last, and its units with it', async () => {
    await loadHierarchy(database, facts, new MovableClock('2024-10-20T10:00:00Z'));
    expect(await activeKlhk()).toEqual({ active: 10, all: 10 });
    await loadHierarchy(database, facts, new MovableClock('2024-10-20T17:00:00Z'));
    expect(await activeKlhk()).toEqual({ active: 0, all: 10 });
  }, 60_000);

  it('refuses rows that cannot be right, with what hangs below them, and loads the rest', async () => {
    const [health] = facts.institutions.filter((fact) => fact.id === 'KEMENKES');
    if (!health) throw new Error('The facts have no ministry of health.');
    const broken = {
      ...facts,
      institutions: [
        ...facts.institutions,
        { ...health, id: 'TWICE' },
        { ...health, id: 'TWICE' },
        { ...health, id: 'ODD', kind: 'klub' },
        { ...health, id: 'LATE', valid_from: '2024-02-30' },
      ],
      ministryUnits: [
        ...facts.ministryUnits,
        { institution_id: 'ODD', unit_name: 'Sekretariat', level: 'eselon_1', verified: '0' },
      ],
    };
    const known = (await loadHierarchy(database, facts, clock)).refused;
    const load = await loadHierarchy(database, broken, clock);
    expect(load.agencies.registered).toBe(1);
    expect(load.refused.filter((row) => !known.some((other) => other.row === row.row))).toEqual([
      { source: 'institutions.csv', row: 'ODD', reason: 'KIND_UNKNOWN' },
      { source: 'institutions.csv', row: 'LATE', reason: 'DAY_UNREADABLE' },
      { source: 'ministry-units.csv', row: 'ODD: Sekretariat', reason: 'PARENT_UNKNOWN' },
      { source: 'institutions.csv', row: 'TWICE', reason: 'CODE_TAKEN' },
    ]);
  }, 60_000);

  it('leaves nothing behind, neither rows nor events, when one row breaks a rule of the database', async () => {
    const before = await eventsByType();
    const nowhere = facts.institutions.map((fact) => ({
      ...fact,
      name: fact.id === 'KKP' ? 'KKP\u0000' : 'Lain',
    }));
    await expect(loadHierarchy(database, { ...facts, institutions: nowhere }, clock)).rejects.toThrow();
    expect(await eventsByType()).toEqual(before);
  }, 60_000);

  async function eventsByType(): Promise<readonly object[]> {
    return database.query<object[]>(
      'select type, count(*)::int as events from outbox group by type order by type',
    );
  }

  async function activeKlhk(): Promise<object | undefined> {
    const [found] = await database.query<object[]>(
      `select count(*) filter (where is_active)::int as active, count(*)::int as all from agency where code like 'KLHK%'`,
    );
    return found;
  }
});

function labels(...codes: readonly string[]): string {
  return codes.map((code) => stableId('agency', code).replaceAll('-', '')).join('.');
}
