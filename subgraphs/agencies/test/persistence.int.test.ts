import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pathLabel, stableId } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import type { DataSource } from 'typeorm';
import { agenciesDatabase } from '../src/persistence/database.js';
import { migrateAgencies } from '../src/persistence/migrate-agencies.js';
import { emptyDatabase } from './support/agencies-database.js';

const INSERT = /* sql */ `
  insert into agency (id, code, name, kind, parent_id, tie, path, house_path, time_zone, is_active, is_verified, version)
  values ($1, $2, $2, $3, $4, $5, $6, $7, 'Asia/Jakarta', true, true, 1)
`;

describe('The schema of agencies', () => {
  let test: TestDatabase;
  let owner: DataSource;
  let app: DataSource;

  beforeAll(async () => {
    test = await emptyDatabase();
    owner = await agenciesDatabase({ url: test.ownerUrl('agencies') }).initialize();
    app = await agenciesDatabase({ url: test.appUrl('agencies') }).initialize();
    await insertRoot();
  }, 60_000);

  afterAll(async () => {
    await Promise.all([owner.destroy(), app.destroy()]);
    await test.drop();
  });

  it('is what the entities say, so that no migration is missing', async () => {
    expect(owner.entityMetadatas.map(({ tableName }) => tableName)).toEqual([
      'region',
      'agency',
      'agency_past',
      'carried_out',
      'held_report',
      'import',
      'import_file',
      'import_row',
      'officer',
    ]);
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('stays as it is when migrated again', async () => {
    await migrateAgencies(test.ownerUrl('agencies'));
    expect(await owner.showMigrations()).toBe(false);
  });

  it('explains every table and column', async () => {
    const silent = await owner.query<object[]>(
      `select c.relname, a.attname from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
        where c.relnamespace = 'agencies'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
          and col_description(c.oid, a.attnum) is null
        union all
       select c.relname, null from pg_class c
        where c.relnamespace = 'agencies'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
          and obj_description(c.oid, 'pg_class') is null`,
    );
    expect(silent).toEqual([]);
  });

  it.each([
    'create table agencies.spare (id int)',
    'alter table agency add column spare int',
    'drop table officer',
    'truncate agency',
    'update outbox set version = 2',
    'delete from outbox',
    'delete from relay_cursor',
    'alter table agency disable trigger all',
  ])('lets the running service not do this: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a second root', async () => {
    await expect(insert('SECOND', 'NATIONAL_DESK', null, 'SUPERVISORY', [], [])).rejects.toMatchObject({
      constraint: 'agency_root_is_one',
    });
  });

  it('refuses an agency without a parent', async () => {
    await expect(insert('ORPHAN', 'MINISTRY', null, 'SUPERVISORY', [], [])).rejects.toMatchObject({
      constraint: 'agency_only_the_national_desk_has_no_parent',
    });
  });

  it('refuses an unknown kind and an unknown tie', async () => {
    await expect(insert('CLUB', 'CLUB', 'ROOT', 'SUPERVISORY', ['ROOT'], [])).rejects.toMatchObject({
      constraint: 'agency_kind_is_known',
    });
    await expect(insert('LOOSE', 'UNIT', 'ROOT', 'FRIENDLY', ['ROOT'], ['ROOT'])).rejects.toMatchObject({
      constraint: 'agency_tie_is_known',
    });
  });

  it('refuses a path that does not end in the agency itself', async () => {
    const wrong = [
      id('A'),
      'A',
      'UNIT',
      id('ROOT'),
      'ADMINISTRATIVE',
      labels('ROOT', 'B'),
      labels('ROOT', 'B'),
    ];
    await expect(app.query(INSERT, wrong)).rejects.toMatchObject({
      constraint: 'agency_path_ends_in_itself',
    });
  });

  it('refuses a path that is not its parent’s', async () => {
    await expect(
      insert('A', 'UNIT', 'ROOT', 'ADMINISTRATIVE', ['ROOT', 'X'], ['ROOT', 'X']),
    ).rejects.toMatchObject({
      constraint: 'agency_path_follows_its_parent',
    });
  });

  it('refuses a house that reaches across a supervisory tie, or stops short of its parent’s', async () => {
    await expect(insert('A', 'MINISTRY', 'ROOT', 'SUPERVISORY', ['ROOT'], ['ROOT'])).rejects.toMatchObject({
      constraint: 'agency_supervised_is_a_house_of_its_own',
    });
    await expect(insert('A', 'UNIT', 'ROOT', 'ADMINISTRATIVE', ['ROOT'], [])).rejects.toMatchObject({
      constraint: 'agency_path_follows_its_parent',
    });
  });

  it('refuses a circle', async () => {
    await insert('UPPER', 'MINISTRY', 'ROOT', 'SUPERVISORY', ['ROOT'], []);
    await insert('LOWER', 'UNIT', 'UPPER', 'ADMINISTRATIVE', ['ROOT', 'UPPER'], ['UPPER']);
    const circle = 'update agency set parent_id = $1 where id = $2';
    await expect(app.query(circle, [id('LOWER'), id('UPPER')])).rejects.toMatchObject({
      constraint: 'agency_path_follows_its_parent',
    });
  });

  it('refuses to move an agency without what is below it', async () => {
    await insert('ELSEWHERE', 'MINISTRY', 'ROOT', 'SUPERVISORY', ['ROOT'], []);
    const move = 'update agency set parent_id = $1, path = $2 where id = $3';
    const moved = [id('ELSEWHERE'), labels('ROOT', 'ELSEWHERE', 'UPPER'), id('UPPER')];
    await expect(app.query(move, moved)).rejects.toMatchObject({
      constraint: 'agency_path_follows_its_parent',
    });
  });

  function insertRoot(): Promise<unknown> {
    return insert('ROOT', 'NATIONAL_DESK', null, 'SUPERVISORY', [], []);
  }

  function insert(
    code: string,
    kind: string,
    parent: string | null,
    tie: string,
    above: readonly string[],
    houseAbove: readonly string[],
  ): Promise<unknown> {
    const parentId = parent === null ? null : id(parent);
    return app.query(INSERT, [
      id(code),
      code,
      kind,
      parentId,
      tie,
      labels(...above, code),
      labels(...houseAbove, code),
    ]);
  }
});

function id(code: string): string {
  return stableId('agency', code);
}

function labels(...codes: readonly string[]): string {
  return codes.map((code) => pathLabel(id(code))).join('.');
}
