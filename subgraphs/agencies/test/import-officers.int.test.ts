import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId, type Viewer } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { parse } from 'csv-parse/sync';
import { loadedDatabase } from './support/agencies-database.js';
import { runImport, seeImport, toldRows } from './support/imports.js';
import { type AgenciesUnderTest, citizen, demoOfficer, startAgencies } from './support/running-agencies.js';

const HEADING = 'agencyCode,role,name,title,workEmail,workPhone\n';
const LIAISON = stableId('officer', 'petugas.dpupr.bandung@demo.test');

describe('Officers from a file', () => {
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

  it('are appointed at once and told with their invitations, which no table holds', async () => {
    const csv = `\uFEFF${HEADING.replaceAll(',', ';')}32.73/1.02;AGENCY_ADMIN;Siti Aminah;Kepala;Siti@Bandung.test;+62 22 123456
32.73/1.02;LIAISON_OFFICER;Budi;;;\r\n`;
    const seen = await runImport(agencies, { kind: 'OFFICERS' }, csv, coordinator);
    expect(seen).toMatchObject({ state: 'DONE', rowsRead: 2, rowsCreated: 2 });

    const invitations = await fetched(seen.invitations?.path ?? '', coordinator);
    expect(invitations).toMatchObject([
      { agencyCode: '32.73/1.02', role: 'AGENCY_ADMIN', name: 'Siti Aminah', workEmail: 'siti@bandung.test' },
      { agencyCode: '32.73/1.02', role: 'LIAISON_OFFICER', name: 'Budi', workEmail: '' },
    ]);
    for (const { id = '', code = '', expiresAt } of invitations) {
      const [event] = await agencies.database.query<object[]>(
        `select type, payload from outbox where aggregate_id = $1 and type like 'officer.%'`,
        [id],
      );
      const codeHash = createHash('sha256').update(code).digest('base64url');
      expect(event).toMatchObject({
        type: 'officer.appointed',
        payload: { id, accountId: null, invitation: { codeHash, expiresAt } },
      });
      expect(JSON.stringify(event)).not.toContain('Siti');
    }
    const [tables] = await agencies.database.query<{ kept: string }[]>(
      `select string_agg(import_row::text, '') || (select count(*) from import_file) as kept from import_row`,
    );
    expect(tables?.kept).toMatch(/0$/);
    expect(tables?.kept).not.toMatch(/Siti|Budi/);
  });

  it('have invitations for whoever asked, for a day, and for nobody else', async () => {
    const csv = `${HEADING}32.73/1.02,INTAKE_OFFICER,Tuti Wulandari,,,\n`;
    const { id, invitations } = await runImport(agencies, { kind: 'OFFICERS' }, csv, coordinator);
    expect(await seeImport(agencies, id, national)).toMatchObject({ state: 'DONE', invitations: null });
    const path = invitations?.path ?? '';
    for (const viewer of [citizen, national, demoOfficer('petugas.dpupr.bandung@demo.test')]) {
      expect((await agencies.carry('GET', path, viewer)).status).toBe(404);
    }
    agencies.clock.advanceHours(0.1);
    expect((await agencies.carry('GET', path, coordinator)).status).toBe(404);
    expect((await seeImport(agencies, id, coordinator))?.invitations).not.toBeNull();
    agencies.clock.advanceHours(24);
    expect((await seeImport(agencies, id, coordinator))?.invitations).toBeNull();
    const dry = await runImport(
      agencies,
      { kind: 'OFFICERS', isDryRun: true },
      `${HEADING}32.73/1.02,INTAKE_OFFICER,Lain Lagi,,,\n`,
      coordinator,
    );
    expect(dry).toMatchObject({ state: 'DONE', rowsCreated: 1, invitations: null });
  });

  it('are known again by address, else by name, so that a file can be sent twice', async () => {
    const csv = `${HEADING}32.73/1.01,LIAISON_OFFICER,Ani,Staf,ani@bandung.test,\n32.73/1.01,LIAISON_OFFICER,Joko,,,\n`;
    expect(await runImport(agencies, { kind: 'OFFICERS' }, csv, coordinator)).toMatchObject({
      rowsCreated: 2,
    });
    const again = await runImport(agencies, { kind: 'OFFICERS' }, csv, coordinator);
    expect(toldRows(again)).toEqual([
      [2, 'UNCHANGED'],
      [3, 'UNCHANGED'],
    ]);
    const renamed = csv.replace('Ani,Staf', 'Ani Lestari,Kepala Seksi');
    expect(toldRows(await runImport(agencies, { kind: 'OFFICERS' }, renamed, coordinator))).toEqual([
      [2, 'CHANGE'],
      [3, 'UNCHANGED'],
    ]);
  });

  it('change nothing when one row is refused, and every such row says why', async () => {
    const before = await posts();
    const csv = `id,${HEADING},32.73/1.02,LIAISON_OFFICER,Rina Rinjani,,,
,32.77,LIAISON_OFFICER,Petugas Cimahi,,,
,32.73/1.02,NATIONAL_ADMIN,Terlalu Tinggi,,,
,32.73/1.02,OMBUDSMAN,Terlalu Tinggi,,,
,NOWHERE,LIAISON_OFFICER,Entah Di Mana,,,
,32.73/1.02,PETUGAS,Peran Aneh,,,
,32.73/1.02,LIAISON_OFFICER,x,,,
,32.73/1.02,LIAISON_OFFICER,Surel Salah,,bukan surel,
,32.73/1.02,LIAISON_OFFICER,Telepon Salah,,,nol dua dua
,32.73/1.02,LIAISON_OFFICER,@SUM(A1),,,
,32.73/1.02,LIAISON_OFFICER,Rina Rinjani,,,
${stableId('officer', 'ombudsman@demo.test')},32.73/1.02,LIAISON_OFFICER,Curian,,,
bukan-id,32.73/1.02,LIAISON_OFFICER,Tanpa Id,,,
${LIAISON},32.77,LIAISON_OFFICER,Pindah Rumah,,,
`;
    const seen = await runImport(agencies, { kind: 'OFFICERS' }, csv, coordinator);
    expect(seen.state).toBe('REFUSED');
    expect(toldRows(seen)).toEqual([
      [2, 'CREATE'],
      [3, null, 'NOT_ALLOWED'],
      [4, null, 'NOT_ALLOWED'],
      [5, null, 'NOT_ALLOWED'],
      [6, 'agencyCode', 'AGENCY_NOT_FOUND'],
      [7, 'role', 'INVALID_INPUT'],
      [8, 'name', 'INVALID_INPUT'],
      [9, 'workEmail', 'INVALID_INPUT'],
      [10, 'workPhone', 'INVALID_INPUT'],
      [11, 'name', 'CELL_IS_FORMULA'],
      [12, 'id', 'ROW_REPEATED'],
      [13, 'id', 'OFFICER_NOT_FOUND'],
      [14, 'id', 'OFFICER_NOT_FOUND'],
      [15, null, 'NOT_ALLOWED'],
    ]);
    expect(await posts()).toEqual(before);
  });

  it('are written down in the audit log one by one, and denials and invitations told as well', async () => {
    const csv = `${HEADING}32.73/1.01,LIAISON_OFFICER,Dewi Satu,,,\n32.73/1.02,LIAISON_OFFICER,Dewi Dua,,,\n`;
    const dry = await audited(() =>
      runImport(agencies, { kind: 'OFFICERS', isDryRun: true }, csv, coordinator),
    );
    expect(dry).toMatchObject([{ action: 'requestImport', subject: null }]);
    const real = await audited(async () => {
      const { invitations } = await runImport(agencies, { kind: 'OFFICERS' }, csv, coordinator);
      await fetched(invitations?.path ?? '', coordinator);
    });
    const actor = { kind: 'OFFICER', ...coordinator.appointments[0] };
    expect(real).toMatchObject([
      { action: 'requestImport', outcome: 'ACCEPTED', actor, subject: null },
      { action: 'requestImport', outcome: 'ACCEPTED', actor, subject: { kind: 'OFFICER' } },
      { action: 'requestImport', outcome: 'ACCEPTED', actor, subject: { kind: 'OFFICER' } },
      { action: 'importInvitations', outcome: 'READ', actor },
    ]);
    const denied = await audited(() =>
      runImport(agencies, { kind: 'OFFICERS' }, csv.replaceAll(/32.73.1.0./g, '32.77'), coordinator),
    );
    expect(denied).toMatchObject([
      { outcome: 'ACCEPTED', subject: null },
      { outcome: 'REFUSED', code: 'NotAllowed', actor },
    ]);
    expect(JSON.stringify([dry, real, denied])).not.toContain('Dewi');
  });

  it('leave nobody’s open reports without an admin', async () => {
    await agencies.database.query(
      `insert into held_report select gen_random_uuid(), id, true, 1 from agency where code = '32.73/1.04'`,
    );
    const appointed = `${HEADING}32.73/1.04,AGENCY_ADMIN,Satu Satunya,,satu@bandung.test,\n`;
    await runImport(agencies, { kind: 'OFFICERS' }, appointed, coordinator);
    const [admin] = await agencies.database.query<{ id: string }[]>(
      `select id from officer where name = 'Satu Satunya'`,
    );
    const id = admin?.id ?? '';
    const lowered = `id,${HEADING}${id},32.73/1.04,LIAISON_OFFICER,Satu Satunya,,satu@bandung.test,\n`;
    const alone = await runImport(agencies, { kind: 'OFFICERS' }, lowered, coordinator);
    expect(toldRows(alone)).toEqual([[2, 'role', 'LAST_ADMIN']]);
    const relieved = lowered.replace(`${id},`, `,32.73/1.04,AGENCY_ADMIN,Penggantinya,,,\n${id},`);
    const both = await runImport(agencies, { kind: 'OFFICERS' }, relieved, coordinator);
    expect(toldRows(both)).toEqual([
      [2, 'CREATE'],
      [3, 'CHANGE'],
    ]);
  });

  it('go out and come back in as they were, whatever their names begin with', async () => {
    await agencies.database.query(
      `update officer set title = '=HYPERLINK("http://x")', work_phone = '+62 22 1', name = '''@Tuti, "Ibu"'
        where name = 'Tuti Wulandari'`,
    );
    for (const kind of ['OFFICERS', 'UNITS'] as const) {
      const path = await csvAddress(kind, '32.73', coordinator);
      const answer = await agencies.carry('GET', path ?? '', coordinator);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const csv = await answer.text();
      expect(csv).not.toMatch(/(?:^|[,"\n])[=@]/);
      const dry = await runImport(agencies, { kind, isDryRun: true }, csv, coordinator);
      expect([...new Set(dry.rows.nodes.map(({ outcome }) => outcome))]).toEqual(['UNCHANGED']);
      expect(dry).toMatchObject({ state: 'DONE', rowsCreated: 0, rowsChanged: 0 });
      expect(dry.rowsRead).toBeGreaterThan(5);
    }
  });

  it('go out to those who may list them, and only such', async () => {
    const liaison = demoOfficer('petugas.dpupr.bandung@demo.test');
    expect(await csvAddress('OFFICERS', '32.73', citizen)).toBeNull();
    expect(await csvAddress('OFFICERS', '32.73', liaison)).toBeNull();
    expect(await csvAddress('OFFICERS', 'KEMENKES', coordinator)).toBeNull();
    const own = await csvAddress('OFFICERS', '32.73/1.03', liaison);
    expect((await fetched(own ?? '', liaison)).map(({ id }) => id)).toEqual([LIAISON]);
    expect((await agencies.carry('GET', own ?? '', coordinator)).status).toBe(404);
    const ofProvince = await csvAddress('OFFICERS', '32', demoOfficer('koordinator.jabar@demo.test'));
    const rows = await fetched(ofProvince ?? '', demoOfficer('koordinator.jabar@demo.test'));
    expect(rows.map(({ agencyCode }) => agencyCode)).toContain('32.73/1.02');
  });

  async function audited(work: () => Promise<unknown>): Promise<readonly object[]> {
    const entries = (): Promise<readonly { readonly payload: object }[]> =>
      agencies.database.query(`select payload from outbox where type = 'audit.recorded' order by tx, seq`);
    const before = (await entries()).length;
    await work();
    return (await entries()).slice(before).map(({ payload }) => payload);
  }

  async function csvAddress(kind: string, code: string, viewer: Viewer): Promise<string | null> {
    const { data, errors } = await agencies.ask(
      'query ($code: ID, $kind: ImportKind!) { agency(code: $code) { csv(kind: $kind) { path } } }',
      { code, kind },
      viewer,
    );
    expect(errors).toEqual([]);
    return (data?.agency as { csv: { path: string } | null }).csv?.path ?? null;
  }

  async function fetched(path: string, viewer: Viewer): Promise<readonly Readonly<Record<string, string>>[]> {
    const answer = await agencies.carry('GET', path, viewer);
    expect(answer.status).toBe(200);
    return parse(await answer.text(), { columns: true, bom: true });
  }

  async function posts(): Promise<unknown> {
    return agencies.database.query(
      `select (select md5(string_agg(officer::text, '' order by id)) from officer) as posts,
              (select count(*) from outbox where type <> 'audit.recorded') as events`,
    );
  }
});
