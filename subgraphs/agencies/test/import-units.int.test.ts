import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, stableId } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { loadedDatabase } from './support/agencies-database.js';
import { requestImport, runImport, seeImport, toldRows } from './support/imports.js';
import { type AgenciesUnderTest, citizen, demoOfficer, startAgencies } from './support/running-agencies.js';

const HEADING = 'code,name,parentCode,abbreviation,kind,tie,regionCode\n';

describe('Units from a file', () => {
  let test: TestDatabase;
  let agencies: AgenciesUnderTest;
  const coordinator = demoOfficer('koordinator.bandung@demo.test');
  const national = demoOfficer('nasional@demo.test');

  beforeAll(async () => {
    test = await loadedDatabase();
    agencies = await startAgencies(test);
  }, 90_000);

  afterAll(async () => {
    await agencies.close();
    await test.drop();
  });

  it('are made, changed and moved at once, whatever their order, and told as one by one', async () => {
    const csv = `${HEADING}32.73/9.1.1,Seksi Jalan,32.73/9.1,,,,\n32.73/9.1,Bidang Jalan,32.73/9,BJ,UNIT,ADMINISTRATIVE,32.73.01\n32.73/9,Dinas Baru Kota Bandung,32.73,DB,,,\n32.73/1.02,Dinas Kesehatan Kota Bandung,32.73/9,,,,\n`;
    const before = await stateOfTree();
    const dry = await runImport(agencies, { kind: 'UNITS', isDryRun: true }, csv, coordinator);
    expect(dry).toMatchObject({ state: 'DONE', rowsRead: 4, rowsDone: 4, rowsCreated: 3, rowsChanged: 1 });
    expect(toldRows(dry)).toEqual([
      [2, 'CREATE'],
      [3, 'CREATE'],
      [4, 'CREATE'],
      [5, 'CHANGE'],
    ]);
    expect(await stateOfTree()).toEqual(before);

    const real = await runImport(agencies, { kind: 'UNITS' }, csv, coordinator);
    expect(real).toMatchObject({ state: 'DONE', rowsCreated: 3, rowsChanged: 1, rowsRefused: 0 });
    const { data } = await agencies.ask(`{
      section: agency(code: "32.73/9.1.1") { ancestors { code } region { code } isVerified validFrom }
      moved: agency(code: "32.73/1.02") { abbreviation parent { code } }
      before: agency(code: "32.73/1.02", at: "2026-08-17") { abbreviation parent { code } } }`);
    expect(data).toEqual({
      section: {
        ancestors: ['NASIONAL', '32', '32.73', '32.73/9', '32.73/9.1'].map((code) => ({ code })),
        region: { code: '32.73.01' },
        isVerified: true,
        validFrom: '2026-08-18',
      },
      moved: { abbreviation: null, parent: { code: '32.73/9' } },
      before: { abbreviation: 'Dinkes', parent: { code: '32.73' } },
    });
    expect(await eventsOf('32.73/9.1.1')).toMatchObject([{ type: 'agency.registered', version: 1 }]);
    expect((await eventsOf('32.73/1.02')).at(-1)).toMatchObject({ type: 'agency.changed' });

    const again = await runImport(agencies, { kind: 'UNITS' }, csv, coordinator);
    expect(again).toMatchObject({ state: 'DONE', rowsCreated: 0, rowsChanged: 0, rowsRefused: 0 });
  });

  it('change nothing when one row is refused, and every such row says why', async () => {
    const before = await stateOfTree();
    const csv = `${HEADING}32.73/8,Dinas Lain Kota Bandung,32.73,,,,
32.77/8,Dinas di Cimahi,32.77,,,,
32.73/8.1,Bidang Tanpa Induk,32.73/77,,,,
32.73/8.2,"=HYPERLINK(""x"")",32.73,,,,
32.73/8.3,Dina,32.73,,,,
huruf kecil,Dinas Huruf Kecil,32.73,,,,
32.73/8.4,Kota Sendiri,32.73,,CITY,SUPERVISORY,
32.73/8.5,Dinas Peran Aneh,32.73,,DINAS,,
32.73/8,Dinas Lain Kota Bandung,32.73,,,,
32.73/8.6,Dinas Lingkaran,32.73/8.7,,,,
32.73/8.7,Dinas Lingkaran Dua,32.73/8.6,,,,
32.73/1.01,Dinas Pendidikan Kota Bandung,32.73,,MINISTRY,,
32.73/1.03,Dinas Pekerjaan Umum Kota Bandung,32.73/1.03,,,,
32.73/8.8,Dinas Jauh,32.73,,,,99.99
32.04/1.02,Dinas Kesehatan Tetangga,32.04,,,,
KLHK,Kementerian Lama,NASIONAL,,,,
`;
    for (const isDryRun of [true, false]) {
      const seen = await runImport(agencies, { kind: 'UNITS', isDryRun }, csv, coordinator);
      expect(seen.state).toBe('REFUSED');
      expect(toldRows(seen)).toEqual([
        [2, 'CREATE'],
        [3, null, 'NOT_ALLOWED'],
        [4, 'parentCode', 'AGENCY_NOT_FOUND'],
        [5, 'name', 'CELL_IS_FORMULA'],
        [6, 'name', 'INVALID_INPUT'],
        [7, 'code', 'INVALID_INPUT'],
        [8, null, 'NOT_ALLOWED'],
        [9, 'kind', 'INVALID_INPUT'],
        [10, 'code', 'ROW_REPEATED'],
        [11, 'parentCode', 'AGENCY_NOT_FOUND'],
        [12, 'parentCode', 'AGENCY_NOT_FOUND'],
        [13, 'kind', 'CANNOT_CHANGE'],
        [14, 'parentCode', 'WOULD_FORM_CIRCLE'],
        [15, 'regionCode', 'INVALID_INPUT'],
        [16, null, 'NOT_ALLOWED'],
        [17, null, 'NOT_ALLOWED'],
      ]);
      expect(seen.rows.nodes.find(({ row }) => row === 10)?.message).toBe('Row 2 is about the same already.');
      const refused = await seeImport(agencies, seen.id, coordinator, 'REFUSED');
      expect(refused?.rows.nodes).toHaveLength(seen.rowsRefused);
    }
    expect(await stateOfTree()).toEqual(before);
  });

  it.each<[string, string | Buffer, readonly unknown[]]>([
    [
      'without its columns',
      'kode;nama\nA;B\n',
      [
        [1, 'code', 'COLUMN_MISSING'],
        [1, 'name', 'COLUMN_MISSING'],
        [1, 'parentCode', 'COLUMN_MISSING'],
        [1, 'kode', 'COLUMN_UNKNOWN'],
        [1, 'nama', 'COLUMN_UNKNOWN'],
      ],
    ],
    ['that is a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), [[1, null, 'TABLE_NOT_UTF8']]],
    ['that is empty', '', [[1, null, 'TABLE_EMPTY']]],
  ])('are refused with the place in a file %s', async (_what, csv, rows) => {
    const seen = await runImport(agencies, { kind: 'UNITS' }, csv, coordinator);
    expect(seen.state).toBe('REFUSED');
    expect(toldRows(seen)).toEqual(rows);
  });

  it('come from a file of 20 MB at most, which is sent once and to an address of ours', async () => {
    const { import: opened, upload } = await requestImport(agencies, { kind: 'UNITS' }, coordinator);
    const address = upload?.address ?? '';
    const large = await agencies.carry('PUT', address, publicViewer('en'), Buffer.alloc(21 * 2 ** 20, 'x'));
    expect([large.status, await large.json()]).toMatchObject([
      413,
      {
        errors: [
          { message: 'The file is too large; 20 MB at most.', extensions: { code: 'FILE_TOO_LARGE' } },
        ],
      },
    ]);
    expect(await seeImport(agencies, opened?.id ?? '', coordinator)).toMatchObject({
      state: 'AWAITING_FILE',
    });
    const [first, second] = await Promise.all(
      [1, 2].map(() => agencies.carry('PUT', address, publicViewer(), `${HEADING}x,y,z,,,,\n`)),
    );
    expect([first?.status, second?.status].sort()).toEqual([202, 409]);
    expect((await agencies.carry('PUT', '/files/imports/madeUp', publicViewer(), 'x')).status).toBe(404);
    const late = await requestImport(agencies, { kind: 'UNITS' }, coordinator);
    agencies.clock.advanceHours(0.3);
    expect((await agencies.carry('PUT', late.upload?.address ?? '', publicViewer(), 'x')).status).toBe(410);
  });

  it('are for whoever runs the agency; how it went is for them and for nobody else', async () => {
    const code = async (...[wanted, viewer]: [Parameters<typeof requestImport>[1], typeof citizen]) =>
      (await requestImport(agencies, wanted, viewer)).code;
    expect(await code({ kind: 'UNITS' }, citizen)).toBe('NOT_ALLOWED');
    expect(await code({ kind: 'UNITS' }, publicViewer())).toBe('NOT_ALLOWED');
    expect(await code({ kind: 'UNITS' }, demoOfficer('koordinator.jabar@demo.test'))).toBe('NOT_ALLOWED');
    expect(await code({ kind: 'UNITS', agencyCode: '32.77' }, coordinator)).toBe('NOT_ALLOWED');
    expect(await code({ kind: 'UNITS', agencyCode: 'NOWHERE' }, coordinator)).toBe('AGENCY_NOT_FOUND');

    const csv = `${HEADING}32.73/7,Dinas Rahasia Kota Bandung,32.73,,,,\n`;
    const { id } = await runImport(agencies, { kind: 'UNITS', isDryRun: true }, csv, coordinator);
    expect(await seeImport(agencies, id, national)).toMatchObject({ id, state: 'DONE' });
    for (const viewer of [
      citizen,
      publicViewer(),
      demoOfficer('koordinator.jabar@demo.test'),
      demoOfficer('petugas.dpupr.bandung@demo.test'),
      demoOfficer('ombudsman@demo.test'),
    ]) {
      expect(await seeImport(agencies, id, viewer)).toBeNull();
    }
    expect(await seeImport(agencies, 'no id', coordinator)).toBeNull();
  });

  it('are asked for once under one key', async () => {
    const idempotencyKey = randomUUID();
    const [first, again] = [
      await requestImport(agencies, { kind: 'UNITS', idempotencyKey }, coordinator),
      await requestImport(agencies, { kind: 'UNITS', idempotencyKey }, coordinator),
    ];
    expect(again.import?.id).toBe(first.import?.id);
    const other = await requestImport(agencies, { kind: 'OFFICERS', idempotencyKey }, coordinator);
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('are judged by the posts of the moment at which they are carried out', async () => {
    const { import: opened, upload } = await requestImport(agencies, { kind: 'UNITS' }, coordinator);
    const officerId = stableId('officer', 'koordinator.bandung@demo.test');
    await agencies.database.query('update officer set is_active = false where id = $1', [officerId]);
    await agencies.carry(
      'PUT',
      upload?.address ?? '',
      publicViewer(),
      `${HEADING}32.73/6,Dinas Enam,32.73,,,,\n`,
    );
    let seen = await seeImport(agencies, opened?.id ?? '', national);
    while (seen?.state === 'WAITING' || seen?.state === 'RUNNING') {
      seen = await seeImport(agencies, opened?.id ?? '', national);
    }
    await agencies.database.query('update officer set is_active = true where id = $1', [officerId]);
    expect(seen?.state).toBe('REFUSED');
    expect(seen && toldRows(seen)).toEqual([[1, null, 'NOT_ALLOWED']]);
  });

  async function stateOfTree(): Promise<unknown> {
    return agencies.database.query(
      `select (select md5(string_agg(agency::text, '' order by id)) from agency) as agencies,
              (select count(*) from outbox where type <> 'audit.recorded') as events, (select count(*) from agency_past) as pasts`,
    );
  }

  async function eventsOf(code: string): Promise<readonly object[]> {
    return agencies.database.query(
      'select type, version from outbox where aggregate_id = $1 order by version',
      [stableId('agency', code)],
    );
  }
});
